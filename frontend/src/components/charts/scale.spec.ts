import { describe, expect, it } from 'vitest'
import { shownLabels, ticksOf } from './scale'

describe('the steps of an axis', () => {
  it('hold nought and the highest value in round numbers', () => {
    expect(ticksOf([120, 730])).toEqual([0, 200, 400, 600, 800])
  })

  it('go below nought where a value does', () => {
    expect(ticksOf([-30, 80])).toEqual([-50, 0, 50, 100])
  })

  it('are whole, and there where everything is nought', () => {
    expect(ticksOf([0])).toEqual([0, 1])
  })
})

describe('labels', () => {
  it('are all shown where there is room, else some of them with the last', () => {
    expect([...shownLabels(3, 5)]).toEqual([0, 1, 2])
    expect([...shownLabels(7, 3)]).toEqual([0, 3, 6])
  })
})
