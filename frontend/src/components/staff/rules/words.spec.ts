import { describe, expect, it } from 'vitest'
import { wordRuns } from './words'

describe('the difference of two sentences', () => {
  it('keeps the words that stayed', () => {
    expect(wordRuns('2× poin untuk kopi', '3× poin untuk kopi dan teh')).toEqual([
      { kind: 'gone', text: '2×' },
      { kind: 'come', text: '3×' },
      { kind: 'same', text: 'poin untuk kopi' },
      { kind: 'come', text: 'dan teh' },
    ])
  })

  it('is nothing between the same', () => {
    expect(wordRuns('sama saja', 'sama saja')).toEqual([{ kind: 'same', text: 'sama saja' }])
  })
})
