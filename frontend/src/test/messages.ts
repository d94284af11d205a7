import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '@/api/types'

type Tree = { [key: string]: string | Tree }

const folder = join(process.cwd(), 'src/locales')

export function messagesOf(language: Language): Tree {
  return Object.assign({}, ...partsOf(language).map((part) => JSON.parse(readFileSync(join(folder, language, part), 'utf8')) as Tree))
}

export function partsOf(language: Language): string[] {
  return readdirSync(join(folder, language)).sort()
}

export function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value)
    else flatten(value, `${prefix}${key}.`).forEach((text, name) => flat.set(name, text))
  }
  return flat
}
