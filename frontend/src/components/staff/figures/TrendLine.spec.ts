import { expect, it } from 'vitest'
import { render } from '@/test/render'
import TrendLine from './TrendLine.vue'

const drawn = (values: (number | undefined)[]) => render(TrendLine, { props: { values } })

it('goes from left to right, the most at the top and nothing at the bottom, and marks where it ends', () => {
  const line = drawn([0, 10, 5])
  expect(line.get('polyline').attributes('points')).toBe('4.0,24.0 75.0,4.0 146.0,14.0')
  expect([line.get('circle').attributes('cx'), line.get('circle').attributes('cy')]).toEqual(['146', '14'])
})

it('leaves out what was not counted, and draws no line through a single figure', () => {
  expect(drawn([0, undefined, 10]).get('polyline').attributes('points')).toBe('4.0,24.0 146.0,4.0')
  const one = drawn([undefined, 7])
  expect(one.find('polyline').exists()).toBe(false)
  expect(one.find('circle').exists()).toBe(true)
  expect(drawn([undefined]).find('circle').exists()).toBe(false)
})

it('has room for figures below nothing', () => {
  expect(drawn([-10, 10]).get('polyline').attributes('points')).toBe('4.0,24.0 146.0,4.0')
})
