import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { reactive } from 'vue'
import type { CriterionKind, CriterionTerms } from '@/api/audiences'
import { button, field } from '@/test/within'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { criterionTerms, newCriterion } from './criteria'
import CriterionLine from './CriterionLine.vue'

const choices = { categories: ['Minuman'], stores: [{ storeId: 'sto_1', name: 'Toko Melati' }], lists: [{ audienceId: 'aud_9', name: 'Undangan' }] }

async function open(kind: CriterionKind, options: { refusals?: Record<string, string>; lists?: typeof choices.lists; language?: 'id' | 'en' } = {}) {
  serve({ 'GET /program': { body: program } })
  const draft = reactive(newCriterion(kind))
  const line = render(CriterionLine, { language: options.language, props: { modelValue: draft, choices: { ...choices, lists: options.lists ?? choices.lists }, pointer: '/criteria/0', refusal: (pointer: string) => options.refusals?.[pointer] } })
  await flushPromises()
  const named = (label: string) => line.get<HTMLInputElement>(`[aria-label="${label}"]`)
  return { line, named, terms: (): CriterionTerms => criterionTerms(draft, 'IDR') }
}

it('asks for purchases as a sentence: how often, for how much, of what, where', async () => {
  const { named, terms } = await open('purchases')
  await named('Selama').setValue('30')
  await named('Paling sedikit, kali').setValue('3')
  await named('Nilai belanja paling sedikit').setValue('100000')
  await named('Kategori').setValue('Minuman')
  await named('Toko').setValue('sto_1')

  expect(terms()).toEqual({ kind: 'purchases', withinDays: 30, category: 'Minuman', stores: ['sto_1'], fewest: 3, leastSpend: { amount: '100000', currency: 'IDR' } })
})

it('who bought nothing has no bounds to be asked for', async () => {
  const { line, named, terms } = await open('purchases')
  await named('Berbelanja atau tidak').setValue('false')

  expect(line.find('[aria-label="Paling sedikit, kali"]').exists()).toBe(false)
  expect(terms()).toEqual({ kind: 'purchases', withinDays: 90, fewest: 0, most: 0 })
})

it.each<[CriterionKind, string[], CriterionTerms]>([
  ['tiers', ['Emas'], { kind: 'tiers', tiers: ['gold'] }],
  ['rfm', ['Juara', '5'], { kind: 'rfm', segments: ['champions'], recency: [5], frequency: [], monetary: [] }],
  ['birthday_month', ['Desember'], { kind: 'birthday_month', months: [12] }],
  ['language', ['Inggris'], { kind: 'language', languages: ['en'] }],
  ['state', ['dibekukan'], { kind: 'state', states: ['frozen'] }],
])('%s are chosen by their names', async (kind, names, expected) => {
  const { line, terms } = await open(kind)
  for (const name of names) await field(line, name).setValue(true)

  expect(terms()).toEqual(expected)
})

it('takes days, a list, an answer to a purpose, and figures', async () => {
  const joined = await open('joined')
  await joined.named('Hari pertama').setValue('2026-01-01')
  expect(joined.terms()).toEqual({ kind: 'joined', from: '2026-01-01' })

  const list = await open('list')
  await list.named('Daftar dari berkas').setValue('aud_9')
  expect(list.terms()).toEqual({ kind: 'list', audienceId: 'aud_9' })

  const consent = await open('consent')
  await consent.named('Menyetujui atau belum').setValue('false')
  await consent.named('Tujuan').setValue('profiling')
  expect(consent.terms()).toEqual({ kind: 'consent', purpose: 'profiling', given: false })

  const balance = await open('balance', { language: 'en' })
  await balance.line.findAll('input')[1]!.setValue('5,000')
  expect(balance.terms()).toEqual({ kind: 'balance', most: 5000 })
})

it('a refusal stands at the field it is about', async () => {
  const { line, named } = await open('purchases', { refusals: { '/criteria/0/category': 'Kategori tidak dikenal.' } })

  expect(named('Kategori').attributes('aria-invalid')).toBe('true')
  expect(named('Selama').attributes('aria-invalid')).toBe('false')
  expect(line.get('[role=alert]').text()).toBe('Kategori tidak dikenal.')
})

it('says what to do where there is no list yet, and can be taken away by its name', async () => {
  const { line } = await open('list', { lists: [] })
  expect(line.text()).toContain('Belum ada daftar dari berkas.')
  await button(line, 'Hapus syarat: Daftar dari berkas').trigger('click')

  expect(line.emitted('remove')).toHaveLength(1)
})
