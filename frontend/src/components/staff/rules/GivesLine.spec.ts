import { expect, it } from 'vitest'
import { flushPromises } from '@vue/test-utils'
import { defineComponent, h, ref } from 'vue'
import type { RuleKind } from '@/api/rules'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { field, words } from '@/test/within'
import { type GivesDraft, newGives } from './benefit'
import GivesLine from './GivesLine.vue'

async function shown(kind: RuleKind, refusals: Record<string, string> = {}) {
  serve({ 'GET /program': { body: program } })
  const draft = ref<GivesDraft>(newGives(kind))
  const refused = (place: string) => Object.entries(refusals).find(([at]) => at === place || at.startsWith(`${place}/`))?.[1]
  const line = render(defineComponent(() => () => h(GivesLine, { modelValue: draft.value, 'onUpdate:modelValue': (now: GivesDraft) => (draft.value = now), refused })))
  await flushPromises()
  return { line, draft }
}

it.each<[RuleKind, RegExp]>([
  ['base', /^Anggota mendapat\s*poin tiap\s*Rp\s*belanja\./],
  ['multiplier', /^Poin belanja dihitung\s*kali\./],
  ['bonus', /^Anggota mendapat\s*poin tambahan tiap belanja\./],
  ['per_piece', /^Anggota mendapat\s*poin untuk tiap barang\./],
  ['join_bonus', /^Anggota baru mendapat\s*poin saat bergabung\./],
  ['event_bonus', /^Anggota mendapat\s*poin\s*saat berulang tahun/],
])('a rule of the kind %s reads in its own words', async (kind, sentence) => {
  expect(words((await shown(kind)).line)).toMatch(sentence)
})

it('asks for code and limit of an event that a system tells of, and of no other', async () => {
  const { line, draft } = await shown('event_bonus')
  expect(line.findAll('input')).toHaveLength(1)
  await field(line, 'Kejadian').setValue('custom')
  await field(line, 'Kode kejadian').setValue('survey-answered')
  await field(line, 'Seberapa sering').setValue('once')
  expect(draft.value.event).toEqual({ occasion: 'custom', code: 'survey-answered', limit: 'once' })
  expect(field(line, 'Kode kejadian').attributes('inputmode')).toBeUndefined()
})

it('says what is refused below the sentence, and marks its field', async () => {
  const { line } = await shown('base', { '/per/amount': 'Harus lebih dari 0.' })
  expect(line.get('[role=alert]').text()).toBe('Harus lebih dari 0.')
  expect(['Jumlah poin', 'Jumlah belanja'].map((label) => field(line, label).attributes('aria-invalid'))).toEqual(['false', 'true'])
  const event = (await shown('event_bonus', { '/event/occasion': 'Tidak dikenal.' })).line
  expect(field(event, 'Kejadian').attributes('aria-invalid')).toBe('true')
  expect(event.get('[role=alert]').text()).toBe('Tidak dikenal.')
})
