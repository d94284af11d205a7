import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { flatten, messagesOf, partsOf } from '@/test/messages'

const indonesian = flatten(messagesOf('id'))
const english = flatten(messagesOf('en'))
const sources = readdirSync(join(process.cwd(), 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.spec.ts') && !name.endsWith('.d.ts'))
  .map((name) => readFileSync(join(process.cwd(), 'src', name), 'utf8'))
  .join('\n')

/** Keys as written in the sources, and the fixed beginnings of those that are put together. */
const written = new Set([...sources.matchAll(/['"`]([a-zA-Z]+(?:\.[\w]+)+)['"`]/g)].map((match) => match[1]!))
const beginnings = [...sources.matchAll(/`([a-zA-Z][\w.]*\.)\$\{/g)].map((match) => match[1]!)

describe('translations', () => {
  it('come in the same parts in both languages', () => {
    expect(partsOf('en')).toEqual(partsOf('id'))
  })

  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort())
  })

  it('take the same values in both languages', () => {
    const values = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()
    for (const [key, text] of indonesian) expect(values(english.get(key)!), key).toEqual(values(text))
  })

  it('are all used', () => {
    const unused = [...indonesian.keys()].filter((key) => !written.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)))
    expect(unused).toEqual([])
  })

  it('are there for every key the pages ask for', () => {
    const asked = [...sources.matchAll(/\bt\(\s*'([\w.]+)'/g)].map((match) => match[1]!)
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter((key) => !indonesian.has(key))).toEqual([])
  })

  it('address the member as Anda, never as kamu', () => {
    for (const [key, text] of indonesian) expect(text, key).not.toMatch(/\bkamu\b/i)
  })
})
