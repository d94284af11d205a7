import { describe, expect, it } from 'vitest'
import * as format from './format'

const jakarta = 'Asia/Jakarta'
const rupiah = (amount: string) => ({ amount, currency: 'IDR' })

describe('money', () => {
  it('stands without a space after Rp in both languages', () => {
    expect(format.formatMoney(rupiah('2100000'), 'id')).toBe('Rp2.100.000')
    expect(format.formatMoney(rupiah('2100000'), 'en')).toBe('Rp2,100,000')
  })

  it('shows whole rupiah without decimals and keeps a fraction where there is one', () => {
    expect(format.formatMoney(rupiah('25000.00'), 'id')).toBe('Rp25.000')
    expect(format.formatMoney(rupiah('25000.50'), 'id')).toBe('Rp25.000,50')
  })

  it('never breaks in its short form', () => {
    expect(format.formatMoneyShort(rupiah('14200000'), 'id')).toBe('Rp14,2\u00a0jt')
  })
})

describe('points', () => {
  it('carry a sign that reads as minus', () => {
    expect(format.formatSigned(-5000, 'id')).toBe('−5.000')
    expect(format.formatSigned(248, 'en')).toBe('+248')
    expect(format.formatSigned(0, 'id')).toBe('0')
  })
})

describe('dates', () => {
  it('are those of the program, not of the browser', () => {
    expect(format.formatDate('2026-12-31T17:30:00Z', 'long', 'id', jakarta)).toBe('1\u00a0Januari\u00a02027')
    expect(format.formatDate('2026-11-20T11:42:00Z', 'time', 'id', jakarta)).toBe('18.42')
  })

  it('without a time are the same day everywhere', () => {
    expect(format.formatDate('2026-11-30', 'day', 'en', 'Pacific/Honolulu')).toBe('30\u00a0November')
  })

  it('name the last day that counts before a deadline', () => {
    expect(format.formatDate(format.lastDayBefore('2026-12-31T17:00:00Z'), 'day', 'id', jakarta)).toBe('31\u00a0Desember')
  })

  it('group by the month of the program', () => {
    expect(format.monthKey('2026-10-31T18:00:00Z', jakarta)).toBe('2026-11')
  })

  it('tell today and yesterday by the program’s day', () => {
    const now = new Date('2026-11-20T18:00:00Z')
    expect(format.dayDistance('2026-11-20T17:30:00Z', now, jakarta)).toBe('today')
    expect(format.dayDistance('2026-11-20T16:30:00Z', now, jakarta)).toBe('yesterday')
    expect(format.dayDistance('2026-11-19T16:30:00Z', now, jakarta)).toBe('earlier')
  })
})

describe('words', () => {
  it('keep a figure with what it counts', () => {
    expect(format.keepUnits('sampai 30 November, 6 bulan')).toBe('sampai 30\u00a0November, 6\u00a0bulan')
  })

  it('group a card’s digits in fours and leave other numbers alone', () => {
    expect(format.groupCard('604211893357')).toBe('6042\u00a01189\u00a03357')
    expect(format.groupCard('AB-12345')).toBe('AB-12345')
  })

  it('greet by the hour', () => {
    expect([3, 4, 11, 15, 18].map(format.dayPart)).toEqual(['evening', 'morning', 'midday', 'afternoon', 'evening'])
  })

  it('take first and last name for initials', () => {
    expect(format.initials('Sari Ayu Wulandari')).toBe('SW')
    expect(format.initials('Budi')).toBe('B')
  })
})
