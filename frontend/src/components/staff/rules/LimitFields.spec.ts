import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import type { RuleKind } from '@/api/rules'
import { render, serve } from '@/test/render'
import { button, field, words } from '@/test/within'
import { type BenefitDraft, newBenefit } from './benefit'
import LimitFields from './LimitFields.vue'

async function shown(kind: RuleKind, change: (draft: BenefitDraft) => void = () => {}, begun: Record<string, string> = {}) {
  serve({})
  const draft = ref(newBenefit(kind))
  change(draft.value)
  const refusals = ref(begun)
  const refusal = (pointer: string) => Object.entries(refusals.value).find(([at]) => at === pointer || at.startsWith(`${pointer}/`))?.[1]
  const fields = render(defineComponent(() => () => h(LimitFields, { modelValue: draft.value, 'onUpdate:modelValue': (now: BenefitDraft) => (draft.value = now), pointer: '/terms', refusal })))
  await flushPromises()
  const isOpen = () => fields.get('details').attributes('open') !== undefined
  return { draft, refusals, fields, isOpen }
}

describe('the section of limits', () => {
  it.each<[string, RuleKind, (draft: BenefitDraft) => void, boolean]>([
    ['nothing', 'base', () => {}, false],
    ['a budget', 'base', (draft) => (draft.caps.budget = '1000'), true],
    ['waiting', 'join_bonus', (draft) => (draft.waiting.until = 'days'), true],
    ['another expiry', 'event_bonus', (draft) => (draft.expiry.kind = 'end_of_month'), true],
    ['a group', 'multiplier', (draft) => (draft.stacking.group = 'kopi'), true],
    ['a group that its kind does not know', 'join_bonus', (draft) => (draft.stacking.group = 'kopi'), false],
  ])('with %s in a %s opens by itself: %s', async (_, kind, change, open) => {
    expect((await shown(kind, change)).isOpen()).toBe(open)
  })

  it('opens once there is something, or something in it is refused', async () => {
    const first = await shown('base')
    first.draft.value.expiry.kind = 'inactivity'
    await flushPromises()
    expect(first.isOpen()).toBe(true)
    const second = await shown('base')
    second.refusals.value = { '/terms/stacking/group': 'Wajib diisi.' }
    await flushPromises()
    expect(second.isOpen()).toBe(true)
    expect(field(second.fields, 'Kelompok').attributes('aria-invalid')).toBe('true')
  })

  it('takes what a rule of purchases can say', async () => {
    const { draft, fields } = await shown('bonus')
    await field(fields, 'Poin paling banyak tiap belanja').setValue('500')
    await button(fields, 'Tambah batas tiap anggota').trigger('click')
    await field(fields, 'Paling banyak, batas 1').setValue('100')
    await field(fields, 'Anggaran poin').setValue('1.000.000')
    await field(fields, 'Kapan poinnya bisa dipakai').setValue('days')
    await field(fields, 'Berapa hari').setValue('30')
    await field(fields, 'Kelompok').setValue('kopi')
    expect(draft.value).toMatchObject({ caps: { perPurchase: '500', perMember: [{ period: 'day', unit: 'points', most: '100' }], budget: '1.000.000' }, waiting: { until: 'days', days: '30' }, stacking: { group: 'kopi' } })
    await field(fields, 'Kapan poinnya bisa dipakai').setValue('confirmation')
    expect(fields.findAll('input').map((input) => input.attributes('aria-label'))).not.toContain('Berapa hari')
  })

  it('asks of other kinds only what they know, and leaves what purchases said', async () => {
    const { draft, fields } = await shown('event_bonus', (begun) => (begun.waiting.until = 'confirmation'))
    expect(field(fields, 'Kapan poinnya bisa dipakai').element.value).toBe('none')
    expect(field(fields, 'Kapan poinnya bisa dipakai').findAll('option').map(words)).toEqual(['langsung', 'sesudah beberapa hari'])
    expect(words(fields)).not.toContain('Tiap belanja')
    expect(words(fields)).not.toContain('kelompok')
    expect(draft.value.waiting.until).toBe('confirmation')
  })

  it('says each refusal at its part', async () => {
    const { fields } = await shown('base', (draft) => (draft.caps.perMember = [{ period: 'day', unit: 'points', most: '' }]), { '/terms/caps/perPurchase': 'Terlalu besar.', '/terms/caps/perMember/0/most': 'Wajib diisi.', '/terms/caps/budget': 'Terlalu kecil.', '/terms/waiting': 'Pilih satu.' })
    expect(fields.findAll('[role=alert]').map(words)).toEqual(['Terlalu besar.', 'Wajib diisi.', 'Terlalu kecil.', 'Pilih satu.'])
  })
})
