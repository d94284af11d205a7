import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guideOf, partsOf, plain, type Part } from './guideText'

const folder = (language: string) => join(process.cwd(), '..', 'api-spec', 'src', 'main', 'resources', 'guides', language)
const files = (language: string) => readdirSync(folder(language)).filter((name) => name.endsWith('.md')).sort()
const guide = (language: string, file: string) => guideOf(file.replace(/^\d+-|\.md$/g, ''), readFileSync(join(folder(language), file), 'utf8'))
const codeOf = (parts: Part[]) => parts.filter((part) => part.kind === 'code')
const hrefsOf = (parts: Part[]) => JSON.stringify(parts).match(/"href":"[^"]+"/g) ?? []

describe('a guide', () => {
  it('is read into title, lead and parts', () => {
    const read = guideOf('trial', '# Trial\n\nWhat it is `for`.\n\n<!-- later -->\n\n## First steps\n\n- one\n  goes on\n- **two**\n\n| A | B |\n|---|---|\n| `x` | [y](/y) |\n\n```sh\necho "| # -"\n```\n\n> Take\n> care.\n')

    expect(read.title).toBe('Trial')
    expect(plain(read.lead)).toBe('What it is for.')
    expect(read.parts.map((part) => part.kind)).toEqual(['heading', 'list', 'table', 'code', 'note'])
    expect(read.parts[0]).toMatchObject({ level: 2, id: 'first-steps' })
    expect(read.parts[1]).toMatchObject({ items: [[{ text: 'one goes on' }], [{ kind: 'strong', text: 'two' }]] })
    expect(read.parts[2]).toMatchObject({ rows: [[[{ kind: 'code', text: 'x' }], [{ kind: 'link', href: '/y' }]]] })
    expect(read.parts[3]).toEqual({ kind: 'code', language: 'sh', code: 'echo "| # -"' })
  })

  it('leaves what it does not know as the words it is', () => {
    expect(partsOf('a <b>c</b> *d*')).toEqual([{ kind: 'paragraph', pieces: [{ kind: 'text', text: 'a <b>c</b> *d*' }] }])
  })
})

describe('the guides', () => {
  it('are there in both languages', () => {
    expect(files('id')).toEqual(files('en'))
    expect(files('en').length).toBeGreaterThan(8)
  })

  it.each(files('en'))('%s says the same commands and leads to the same places in both languages', (file) => {
    const [english, indonesian] = [guide('en', file), guide('id', file)]
    expect(codeOf(indonesian.parts)).toEqual(codeOf(english.parts))
    expect(indonesian.parts.map((part) => part.kind)).toEqual(english.parts.map((part) => part.kind))
    expect(hrefsOf(indonesian.parts)).toEqual(hrefsOf(english.parts))
    expect(english.lead.length).toBeGreaterThan(0)
    expect(indonesian.title).not.toBe('')
  })

  it.each(files('en'))('%s leads to guides that exist', (file) => {
    const slugs = files('en').map((name) => name.replace(/^\d+-|\.md$/g, ''))
    const wanted = hrefsOf(guide('en', file).parts).map((href) => /guides\/([\w-]+)/.exec(href)?.[1]).filter((slug) => slug !== undefined)
    expect(slugs).toEqual(expect.arrayContaining(wanted))
  })
})
