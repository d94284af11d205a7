import { expect, it } from 'vitest'
import type { Calendar } from '@/api/calendars'
import { spanDrafts, spanTerms } from './spans'

it('a single day has no last day of its own', () => {
  expect(spanDrafts({ spans: [{ from: '2026-12-12', until: '2026-12-12' }, { from: '2027-02-08', until: '2027-03-09' }] } as Calendar)).toEqual([
    { from: '2026-12-12', until: '' },
    { from: '2027-02-08', until: '2027-03-09' },
  ])
})

it('a span nobody filled is left out, unless there is no other', () => {
  expect(spanTerms([{ from: '2026-12-12', until: '' }, { from: '', until: '' }])).toEqual([{ from: '2026-12-12' }])
  expect(spanTerms([{ from: '', until: '' }])).toEqual([{}])
})
