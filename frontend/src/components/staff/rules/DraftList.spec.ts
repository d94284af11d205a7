import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import DraftList from './DraftList.vue'

const draft = (more = {}) => ({
  draftId: 'rdr_1',
  state: 'in_review',
  sentence: { id: '2× poin untuk kopi', en: '2× points for coffee' },
  terms: { name: { id: 'Kopi', en: 'Coffee' } },
  createdBy: 'Rina Hartono',
  changedAt: '2026-11-22T03:04:05Z',
  ...more,
})

describe('the drafts of rules', () => {
  it('say what each is, whose, and how far it has come', () => {
    const text = render(DraftList, { props: { drafts: [draft()] } }).text()
    expect(text).toContain('2× poin untuk kopi')
    expect(text).toContain('Rina Hartono')
    expect(text).toContain('Ditinjau')
  })

  it('mark one that was refused, until it is asked for again', () => {
    const rejection = { note: '', at: '2026-11-22T03:04:05Z' }
    expect(render(DraftList, { props: { drafts: [draft({ state: 'draft', rejection })] } }).text()).toContain('Ditolak')
    expect(render(DraftList, { props: { drafts: [draft({ state: 'waiting', rejection })] } }).text()).not.toContain('Ditolak')
  })
})
