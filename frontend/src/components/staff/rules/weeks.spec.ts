import { describe, expect, it } from 'vitest'
import { weeksBetween } from './weeks'

describe('the weeks of a time', () => {
  it('begin on the Monday of its first day', () => {
    expect(weeksBetween('2026-10-07', '2026-10-19')).toEqual(['2026-10-05', '2026-10-12', '2026-10-19'])
    expect(weeksBetween('2026-10-11', '2026-10-11')).toEqual(['2026-10-05'])
  })
})
