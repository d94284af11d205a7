import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import type { RuleKind } from '@/api/rules'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { button, field, words } from '@/test/within'
import { type BenefitDraft, newBenefit } from './benefit'
import BenefitFields from './BenefitFields.vue'

const choices = { funders: [{ partnerId: 'par_1', name: 'Kopi Senja' }, { partnerId: 'par_2', name: 'Roti Pagi' }], categories: ['Minuman > Kopi'] }

async function shown(kind: RuleKind, { refusals = {}, begun = {}, otherwise = false }: { refusals?: Record<string, string>; begun?: Partial<BenefitDraft>; otherwise?: boolean } = {}) {
  serve({ 'GET /program': { body: program } })
  const draft = ref<BenefitDraft>({ ...newBenefit(kind), funderId: 'par_1', ...begun })
  const fields = render(defineComponent(() => () => h(BenefitFields, { modelValue: draft.value, 'onUpdate:modelValue': (now: BenefitDraft) => (draft.value = now), choices, pointer: '/terms', otherwise, refusal: (pointer: string) => refusals[pointer] })))
  await flushPromises()
  const check = (text: string) => fields.findAll('label').find((label) => words(label) === text)!.get('input').setValue(true)
  return { fields, draft, check }
}

const offered = ({ fields }: Awaited<ReturnType<typeof shown>>) => field(fields, 'Masa berlaku poin').findAll('option').map(words)

describe('what a rule gives', () => {
  it('is written as a sentence with fields in it', async () => {
    const { fields, draft, check } = await shown('base')
    expect(words(fields)).toMatch(/^Anggota mendapat\s*poin tiap\s*Rp\s*belanja\./)
    await field(fields, 'Jumlah poin').setValue('3')
    await field(fields, 'Jumlah belanja').setValue('5000')
    await field(fields, 'Belanja paling sedikit').setValue('20000')
    await check('Emas')
    await check('Sabtu')
    await field(fields, 'Masa berlaku poin').setValue('6')
    await field(fields, 'Mitra yang menanggung poin').setValue('par_2')
    expect(draft.value).toMatchObject({ gives: { points: '3', per: '5000' }, conditions: { minimum: '20000', tiers: ['gold'], weekdays: ['saturday'] }, expiry: { kind: 'by_months', months: '6' }, funderId: 'par_2' })
  })

  it.each<RuleKind>(['join_bonus', 'event_bonus'])('asks of a %s only how many points, how long and by whom', async (kind) => {
    const { fields } = await shown(kind)
    expect(fields.findAll('fieldset')).toHaveLength(0)
    expect(words(fields)).not.toContain('Untuk kategori')
    expect(words(fields)).not.toContain('Tambah syarat')
  })

  it('shows at first what is common, and further conditions as they are added', async () => {
    const { fields, draft } = await shown('per_piece')
    expect(fields.findAll('fieldset legend').map(words)).toEqual(['Untuk tingkat', 'Pada hari'])
    await button(fields, 'Tambah syarat').trigger('click')
    await fields.findAll('li button').find((one) => words(one).startsWith('Cara bayar'))!.trigger('click')
    await field(fields, 'dompet digital').setValue(true)
    expect(draft.value.conditions.payments).toEqual(['e_wallet'])
  })

  it('keeps a number of months it does not offer', async () => {
    const begun = newBenefit('base')
    begun.expiry.months = '9'
    const { fields } = await shown('base', { begun })
    expect(field(fields, 'Masa berlaku poin').element.value).toBe('9')
    expect(words(fields)).toContain('hangus sesudah 9 bulan')
  })

  it('lets points lapse in another way where that is said elsewhere, and takes months in its place again', async () => {
    expect(offered(await shown('base'))).not.toContain('hangus dengan cara lain')
    const begun = newBenefit('base')
    begun.expiry.months = '0'
    const { fields, draft } = await shown('base', { begun, otherwise: true })
    const lapse = field(fields, 'Masa berlaku poin')
    await lapse.setValue('otherwise')
    expect(draft.value.expiry).toMatchObject({ kind: 'months_after', months: '12' })
    expect(words(fields)).toContain('Lihat bagian Batas dan ketentuan poin di bawah.')
    draft.value.expiry.kind = 'inactivity'
    await flushPromises()
    expect(lapse.element.value).toBe('otherwise')
    await lapse.setValue('3')
    expect(draft.value.expiry).toMatchObject({ kind: 'by_months', months: '3' })
  })

  it('says below the sentence what the server refuses of it, and marks the field', async () => {
    const { fields } = await shown('base', { refusals: { '/terms/per': 'Harus lebih dari 0.', '/terms/conditions/categories': 'Kategori tidak dikenal.', '/terms/conditions/weekdays': 'Wajib diisi.', '/terms/funderId': 'Mitra sudah keluar.' } })
    expect(fields.findAll('[role=alert]').map(words)).toEqual(['Harus lebih dari 0.', 'Kategori tidak dikenal.', 'Wajib diisi.', 'Mitra sudah keluar.'])
    expect(['Jumlah poin', 'Jumlah belanja', 'Kategori', 'Mitra yang menanggung poin'].map((label) => field(fields, label).attributes('aria-invalid'))).toEqual(['false', 'true', 'true', 'true'])
  })
})
