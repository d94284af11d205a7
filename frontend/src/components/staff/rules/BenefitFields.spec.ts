import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import type { Calendar } from '@/api/calendars'
import type { RuleKind } from '@/api/rules'
import { render, serve } from '@/test/render'
import { program, same } from '@/test/staff'
import { field, words } from '@/test/within'
import { type BenefitDraft, newBenefit } from './benefit'
import BenefitFields from './BenefitFields.vue'

const choices = { funders: [{ partnerId: 'par_1', name: 'Kopi Senja' }, { partnerId: 'par_2', name: 'Roti Pagi' }], categories: ['Minuman > Kopi'] }
const ramadan: Calendar = { calendarId: 'cal_1', code: 'ramadan', name: same('Ramadan'), spans: [], version: 1 }

async function shown(kind: RuleKind | 'per_piece', { refusals = {}, calendars = [] }: { refusals?: Record<string, string>; calendars?: Calendar[] } = {}) {
  serve({ 'GET /program': { body: program }, 'GET /calendars': { body: { items: calendars } } })
  const draft = ref<BenefitDraft>({ ...newBenefit('base'), kind: kind as RuleKind, funderId: 'par_1' })
  const fields = render(defineComponent(() => () => h(BenefitFields, { modelValue: draft.value, 'onUpdate:modelValue': (now: BenefitDraft) => (draft.value = now), choices, pointer: '/terms', refusal: (pointer: string) => refusals[pointer] })))
  await flushPromises()
  const check = (text: string) => fields.findAll('label').find((label) => words(label) === text)!.get('input').setValue(true)
  return { fields, draft, check }
}

describe('what a rule gives', () => {
  it('is written as a sentence with fields in it, in the words of its kind', async () => {
    const { fields, draft, check } = await shown('base')
    expect(words(fields)).toMatch(/^Anggota mendapat\s*poin tiap\s*Rp\s*belanja\./)
    await field(fields, 'Jumlah poin').setValue('3')
    await field(fields, 'Jumlah belanja').setValue('5000')
    await field(fields, 'Belanja paling sedikit').setValue('20000')
    await check('Emas')
    await check('Sabtu')
    await field(fields, 'Masa berlaku poin').setValue('6')
    await field(fields, 'Mitra yang menanggung poin').setValue('par_2')
    expect(draft.value).toMatchObject({ points: '3', per: '5000', minimum: '20000', tiers: ['gold'], weekdays: ['saturday'], expiryMonths: '6', funderId: 'par_2' })
    expect(words((await shown('multiplier')).fields)).toMatch(/^Poin belanja dihitung\s*kali\./)
    expect(words((await shown('per_piece')).fields)).toMatch(/^Anggota mendapat\s*poin untuk tiap barang\./)
  })

  it('asks of a joining bonus only how many points, how long and by whom', async () => {
    const { fields } = await shown('join_bonus')
    expect(words(fields)).toMatch(/^Anggota baru mendapat\s*poin saat bergabung\./)
    expect(fields.findAll('fieldset')).toHaveLength(0)
    expect(words(fields)).not.toContain('Untuk kategori')
  })

  it('offers the named days where there are any, and keeps a number of months it does not offer', async () => {
    expect(words((await shown('base')).fields)).not.toContain('Pada hari di kalender')
    const { fields, draft, check } = await shown('base', { calendars: [ramadan] })
    await check('Ramadan')
    expect(draft.value.calendars).toEqual(['cal_1'])
    draft.value.expiryMonths = '9'
    await flushPromises()
    expect(field(fields, 'Masa berlaku poin').element.value).toBe('9')
    expect(words(fields)).toContain('hangus sesudah 9 bulan')
  })

  it('says below the sentence what the server refuses of it, and marks the field', async () => {
    const { fields } = await shown('base', { refusals: { '/terms/per': 'Harus lebih dari 0.', '/terms/conditions/categories': 'Kategori tidak dikenal.', '/terms/funderId': 'Mitra sudah keluar.' } })
    expect(fields.findAll('[role=alert]').map(words)).toEqual(['Harus lebih dari 0.', 'Kategori tidak dikenal.', 'Mitra sudah keluar.'])
    expect(['Jumlah poin', 'Jumlah belanja', 'Kategori', 'Mitra yang menanggung poin'].map((label) => field(fields, label).attributes('aria-invalid'))).toEqual(['false', 'true', 'true', 'true'])
  })
})
