import { beforeEach, expect, it } from 'vitest'
import type { Figures } from '@/api/figures'
import { daysLater } from '@/composables/usePeriod'
import { render, serve } from '@/test/render'
import PeriodPicker from './PeriodPicker.vue'

const shown = { period: 'month', from: '2026-11-01', until: '2026-11-22', over: false } as Figures

beforeEach(() => void serve({}))

it('goes to the period before by the day before this one begins', async () => {
  const picker = render(PeriodPicker, { props: { asked: { period: 'month' }, shown } })
  await picker.findAll('button')[3]!.trigger('click')

  expect(picker.emitted('ask')).toEqual([[{ on: '2026-10-31' }]])
})

it('goes no further than the period under way', async () => {
  const picker = render(PeriodPicker, { props: { asked: { period: 'month' }, shown } })
  await picker.findAll('button')[4]!.trigger('click')

  expect(picker.emitted('ask')).toBeUndefined()
  expect(picker.findAll('button')[4]!.attributes('aria-disabled')).toBe('true')
})

it('asks for another kind of period', async () => {
  const picker = render(PeriodPicker, { props: { asked: { period: 'month' }, shown } })
  await picker.findAll('button')[1]!.trigger('click')

  expect(picker.emitted('ask')).toEqual([[{ period: 'week' }]])
})

it('names a month that is over by its name, one under way by its days', () => {
  expect(render(PeriodPicker, { props: { asked: { period: 'month' }, shown: { ...shown, until: '2026-11-30', over: true } } }).text()).toMatch(/November.2026/)
  expect(render(PeriodPicker, { props: { asked: { period: 'month' }, shown } }).text()).toMatch(/1–22.November.2026/)
})

it('counts days over the ends of months', () => {
  expect(daysLater('2026-03-01', -1)).toBe('2026-02-28')
  expect(daysLater('2026-12-31', 1)).toBe('2027-01-01')
})
