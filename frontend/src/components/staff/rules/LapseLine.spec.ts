import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { render, serve } from '@/test/render'
import { field, words } from '@/test/within'
import LapseLine from './LapseLine.vue'
import { newLimits } from './limits'

function shown(refusals: Record<string, string> = {}) {
  serve({})
  const draft = ref({ ...newLimits().expiry, kind: 'months_after' as ReturnType<typeof newLimits>['expiry']['kind'] })
  return { draft, line: render(defineComponent(() => () => h(LapseLine, { modelValue: draft.value, 'onUpdate:modelValue': (now: typeof draft.value) => (draft.value = now), refused: (place: string) => Object.entries(refusals).find(([at]) => at.startsWith(place))?.[1] }))) }
}

it('asks what its way of lapsing needs', async () => {
  const { draft, line } = shown()
  await field(line, 'Berapa bulan').setValue('6')
  await field(line, 'Cara poinnya hangus').setValue('end_of_month')
  expect(line.findAll('input')).toHaveLength(0)
  await field(line, 'Cara poinnya hangus').setValue('inactivity')
  expect(field(line, 'Berapa bulan').element.value).toBe('6')
  await field(line, 'Cara poinnya hangus').setValue('fixed_date')
  await field(line, 'Paling cepat, hari').setValue('90')
  expect(draft.value).toEqual({ kind: 'fixed_date', months: '6', month: '12', day: '31', leastDays: '90' })
})

it('a month has no more days than it can have', async () => {
  const { draft, line } = shown()
  await field(line, 'Cara poinnya hangus').setValue('fixed_date')
  expect(words(line)).toContain('Desember')
  await field(line, 'Bulan').setValue('2')
  expect([draft.value.month, draft.value.day]).toEqual(['2', '29'])
  expect(field(line, 'Tanggal').findAll('option')).toHaveLength(29)
})

it('says what is refused, and marks its field', () => {
  const { line } = shown({ '/months': 'Paling banyak 120.' })
  expect(words(line.get('[role=alert]'))).toBe('Paling banyak 120.')
  expect(['Berapa bulan', 'Cara poinnya hangus'].map((label) => field(line, label).attributes('aria-invalid'))).toEqual(['true', 'false'])
})
