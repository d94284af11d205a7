import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath, URL } from 'node:url'
import type { Plugin } from 'vite'
import { parse } from 'yaml'

const published = new URL('../../api-spec/', import.meta.url)
const resources = new URL('src/main/resources/', published)
const name = 'virtual:documents/'

/** What api-spec publishes for people: `guides-en`, `guides-id`, `problems`, `fields`, `changelog`, each a module of its own. */
export function documents(): Plugin {
  return {
    name: 'setia-documents',
    resolveId: (id) => (id.startsWith(name) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${name}`)) return undefined
      const { value, files } = read(id.slice(name.length + 1))
      files.forEach((file) => this.addWatchFile(fileURLToPath(file)))
      return `export default ${JSON.stringify(value)}`
    },
  }
}

function read(document: string): { value: unknown; files: URL[] } {
  if (document.startsWith('guides-')) return guides(document.slice('guides-'.length))
  if (document === 'problems') return problems()
  if (document === 'fields') return fields()
  if (document === 'changelog') {
    const file = new URL('CHANGELOG.md', published)
    return { value: readFileSync(file, 'utf8'), files: [file] }
  }
  throw new Error(`No document ${document}`)
}

/** In the order of their numbers, which are no part of their addresses. */
function guides(language: string) {
  const folder = new URL(`guides/${language}/`, resources)
  const files = readdirSync(folder).filter((file) => file.endsWith('.md')).sort()
  return {
    value: files.map((file) => ({ slug: file.replace(/^\d+-|\.md$/g, ''), text: readFileSync(new URL(file, folder), 'utf8') })),
    files: files.map((file) => new URL(file, folder)),
  }
}

/** What may be wrong with a field. */
function fields() {
  const codes = new URL('problem-codes.yaml', resources)
  return { value: (parse(readFileSync(codes, 'utf8')) as { fields: unknown }).fields, files: [codes] }
}

function problems() {
  const codes = new URL('problem-codes.yaml', resources)
  const advice = new URL('guides/advice.yaml', resources)
  const known = parse(readFileSync(advice, 'utf8')) as Record<string, unknown>
  const { problems: all } = parse(readFileSync(codes, 'utf8')) as { problems: { code: string }[] }
  return { value: all.map((problem) => ({ ...problem, advice: known[problem.code] })), files: [codes, advice] }
}
