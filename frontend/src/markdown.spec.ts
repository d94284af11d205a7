import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './markdown'

describe('a text in light Markdown', () => {
  it('has headings, paragraphs of several lines, and lists', () => {
    expect(parseMarkdown('# Judul\n\nSatu\ndua.\n\n- apel\n- jeruk\n\n1. pertama\n2. kedua')).toEqual([
      { kind: 'heading', level: 2, inlines: [{ text: 'Judul' }] },
      { kind: 'paragraph', inlines: [{ text: 'Satu' }, { text: ' ' }, { text: 'dua.' }] },
      { kind: 'list', ordered: false, items: [[{ text: 'apel' }], [{ text: 'jeruk' }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'pertama' }], [{ text: 'kedua' }]] },
    ])
  })

  it('has links', () => {
    expect(parseMarkdown('Lihat [hak Anda](/privacy) atau [kami](mailto:halo@contoh.id).')).toEqual([
      { kind: 'paragraph', inlines: [{ text: 'Lihat ' }, { text: 'hak Anda', href: '/privacy' }, { text: ' atau ' }, { text: 'kami', href: 'mailto:halo@contoh.id' }, { text: '.' }] },
    ])
  })

  it('leads nowhere that runs or leaves the site unseen', () => {
    for (const href of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'JaVaScRiPt:x', 'http://plain.example']) {
      const [block] = parseMarkdown(`[klik](${href})`)
      expect(block).toEqual({ kind: 'paragraph', inlines: [{ text: `[klik](${href})` }] })
    }
  })

  it('keeps HTML as the words it is', () => {
    expect(parseMarkdown('<img src=x onerror=alert(1)>')).toEqual([{ kind: 'paragraph', inlines: [{ text: '<img src=x onerror=alert(1)>' }] }])
  })
})
