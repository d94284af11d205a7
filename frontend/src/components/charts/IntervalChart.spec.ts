import { expect, it } from 'vitest'
import { render } from '@/test/render'
import IntervalChart from './IntervalChart.vue'

const texts = { low: 'a', value: 'b', high: 'c', zero: 'tanpa beda' }
const places = (low: number, value: number, high: number) => {
  const chart = render(IntervalChart, { props: { low, value, high, texts } })
  const [zero, span] = chart.findAll('line')
  return { zero: Number(zero!.attributes('x1')), low: Number(span!.attributes('x1')), high: Number(span!.attributes('x2')), value: Number(chart.find('circle').attributes('cx')), sure: chart.find('circle').classes().includes('fill-nila') }
}

it('lies beside nothing at all where the difference is sure', () => {
  const shown = places(20, 40, 60)
  expect(shown.zero).toBeLessThan(shown.low)
  expect(shown.value).toBeCloseTo((shown.low + shown.high) / 2)
  expect(shown.sure).toBe(true)
})

it('reaches over it where it is not', () => {
  const shown = places(-20, 10, 40)
  expect(shown.zero).toBeGreaterThan(shown.low)
  expect(shown.zero).toBeLessThan(shown.high)
  expect(shown.sure).toBe(false)
})
