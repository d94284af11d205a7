import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { FigureItem } from '@/api/figures'
import { conflictIn, settle } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile } from '@/test/staff'
import TargetsSheet from './TargetsSheet.vue'

const name = (text: string) => ({ id: text, en: text })
const item = (figure: FigureItem['figure'], unit: FigureItem['unit'], text: string): FigureItem => ({ figure, unit, name: name(text), definition: name(''), listed: true, trend: [] })
const figures = [item('member_share', 'share', 'Porsi'), item('sales', 'money', 'Penjualan')]
const known = { targets: [{ figure: 'member_share', month: '2026-11', value: 0.65 }, { figure: 'sales', month: '2026-10', value: 5 }] }

it('shows a share in percent, and keeps what is aimed at in other months', async () => {
  const calls = serve({ 'GET /settings/figure-targets': { body: known }, 'PUT /settings/figure-targets': { body: known } })
  const sheet = render(TargetsSheet, { props: { figures, month: '2026-11', open: true } })
  await flushPromises()
  const fields = sheet.findAll('input')
  expect(fields[0]!.element.value).toBe('65')

  await fields[0]!.setValue('70')
  await fields[1]!.setValue('1000000')
  await sheet.get('form').trigger('submit')
  await flushPromises()

  const sent = await calls.find(({ method }) => method === 'PUT')!.json()
  expect(sent.targets).toEqual([
    { figure: 'sales', month: '2026-10', value: 5 },
    { figure: 'member_share', month: '2026-11', value: 0.7 },
    { figure: 'sales', month: '2026-11', value: 1000000 },
  ])
})

it('aims at nothing where a field is emptied', async () => {
  const calls = serve({ 'GET /settings/figure-targets': { body: known }, 'PUT /settings/figure-targets': { body: known } })
  const sheet = render(TargetsSheet, { props: { figures, month: '2026-11', open: true } })
  await flushPromises()

  await sheet.findAll('input')[0]!.setValue('')
  await sheet.get('form').trigger('submit')
  await flushPromises()

  expect((await calls.find(({ method }) => method === 'PUT')!.json()).targets).toEqual([known.targets[1]])
})

it('where two people set aims, one of the two is chosen, and what was aimed at meanwhile in other months stays', async () => {
  const answers: Parameters<typeof serve>[0] = { 'GET /settings/figure-targets': { body: known }, 'PUT /settings/figure-targets': changedMeanwhile }
  const calls = serve(answers)
  const sheet = render(TargetsSheet, { props: { figures, month: '2026-11', open: true } })
  await flushPromises()
  await sheet.findAll('input')[0]!.setValue('70')
  const december = { figure: 'sales', month: '2026-12', value: 9 }
  answers['GET /settings/figure-targets'] = { body: { targets: [{ ...known.targets[0]!, value: 0.675 }, december] }, headers: { ETag: '"2"' } }
  await sheet.get('form').trigger('submit')
  await flushPromises()
  for (const told of ['Porsi (%)', '70', '67,5']) expect(conflictIn(sheet).text()).toContain(told)
  answers['PUT /settings/figure-targets'] = { body: known }
  await settle(sheet, 'mine')
  const sent = calls.filter(({ method }) => method === 'PUT')[1]!
  expect(sent.headers.get('If-Match')).toBe('"2"')
  expect((await sent.json()).targets).toEqual([december, { figure: 'member_share', month: '2026-11', value: 0.7 }])
})
