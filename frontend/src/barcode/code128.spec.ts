import { describe, expect, it } from 'vitest'
import { code128Bars, code128Values } from './code128'

describe('Code 128', () => {
  it('encodes letters in subset B with the published check symbol', () => {
    // PJJ123C is the textbook example: check symbol 54 in subset A, so 55 with the start symbol of subset B.
    expect(code128Values('PJJ123C')).toEqual([104, 48, 42, 42, 17, 18, 19, 35, 55, 106])
  })

  it('encodes an even run of digits two by two in subset C', () => {
    expect(code128Values('604211893357')).toEqual([105, 60, 42, 11, 89, 33, 57, expect.any(Number), 106])
  })

  it('computes the check symbol over weighted values', () => {
    const values = code128Values('604211893357')
    expect(values.at(-2)).toBe((105 + 60 * 1 + 42 * 2 + 11 * 3 + 89 * 4 + 33 * 5 + 57 * 6) % 103)
  })

  it('ends an odd run of digits in subset B', () => {
    expect(code128Values('12345').slice(0, 5)).toEqual([105, 12, 34, 100, 21])
  })

  it('changes to subset C for four digits or more within text', () => {
    expect(code128Values('AB1234').slice(0, 6)).toEqual([104, 33, 34, 99, 12, 34])
  })

  it('refuses what it cannot hold', () => {
    expect(() => code128Values('kafé')).toThrow(RangeError)
    expect(() => code128Values('')).toThrow(RangeError)
  })

  it('draws 11 modules a symbol and 13 for the stop', () => {
    const { bars, width } = code128Bars('604211893357')
    expect(width).toBe(8 * 11 + 13)
    expect(bars).toHaveLength(8 * 3 + 4)
  })

  it('knows a pattern of 11 modules for every pair of digits and every printable character', () => {
    for (let pair = 0; pair < 100; pair++) expect(code128Bars(String(pair).padStart(2, '0')).width).toBe(3 * 11 + 13)
    for (let code = 32; code < 127; code++) expect(code128Bars(String.fromCharCode(code)).width).toBe(3 * 11 + 13)
  })

  it('begins with the start pattern of subset C and ends with the stop pattern', () => {
    const { bars, width } = code128Bars('604211893357')
    expect(bars.slice(0, 3)).toEqual([{ x: 0, width: 2 }, { x: 3, width: 1 }, { x: 6, width: 3 }])
    expect(bars.slice(-4)).toEqual([{ x: width - 13, width: 2 }, { x: width - 8, width: 3 }, { x: width - 4, width: 1 }, { x: width - 2, width: 2 }])
  })
})
