import { describe, expect, it } from 'vitest'
import { clockTimeOf, dayOf, endOfDay, lastDayOf, momentOf, monthAfter, monthBefore, nextDay, startOfDay } from './days'

describe('days of the program', () => {
  it('begin at midnight of the program, wherever the browser is', () => {
    expect(startOfDay('2026-12-01', 'Asia/Jakarta')).toBe('2026-11-30T17:00:00.000Z')
    expect(startOfDay('2026-12-01', 'Asia/Jayapura')).toBe('2026-11-30T15:00:00.000Z')
  })

  it('begin right on the day the clocks change', () => {
    expect(startOfDay('2026-03-29', 'Europe/London')).toBe('2026-03-29T00:00:00.000Z')
    expect(startOfDay('2026-03-30', 'Europe/London')).toBe('2026-03-29T23:00:00.000Z')
  })

  it('have clock times that come back from their moments', () => {
    expect(momentOf('2026-12-01T08:30', 'Asia/Jakarta')).toBe('2026-12-01T01:30:00.000Z')
    expect(clockTimeOf('2026-12-01T01:30:00Z', 'Asia/Jakarta')).toBe('2026-12-01T08:30')
  })

  it('come back from their moments', () => {
    expect(dayOf('2026-11-30T17:00:00Z', 'Asia/Jakarta')).toBe('2026-12-01')
    expect(lastDayOf(endOfDay('2026-12-31', 'Asia/Jakarta'), 'Asia/Jakarta')).toBe('2026-12-31')
    expect(nextDay('2026-12-31')).toBe('2027-01-01')
  })
})

describe('months', () => {
  it('follow each other over the end of a year', () => {
    expect(monthBefore('2026-01')).toBe('2025-12')
    expect(monthAfter('2026-12')).toBe('2027-01')
    expect(monthAfter('soon')).toBe('soon')
  })
})
