import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { render, serve } from '@/test/render'
import { same } from '@/test/staff'
import { field, words } from '@/test/within'
import StackingLine from './StackingLine.vue'

const rule = (code: string, name: string, group?: string, state = 'in_force') => ({ ruleId: code, code, state, throughOffer: false, version: 1, sentence: same(''), example: same(''), versions: [], terms: { kind: 'bonus', name: same(name), points: 1, expiryMonths: 0, funderId: 'par_1', ...(group ? { stacking: { group } } : {}) } })

async function shown(refusals: Record<string, string> = {}) {
  serve({ 'GET /rules': { body: { items: [rule('kopi', 'Kopi dobel', 'akhir-pekan'), rule('teh', 'Teh dobel', 'akhir-pekan'), rule('ini', 'Aturan ini', 'akhir-pekan'), rule('lama', 'Dulu', 'lebaran', 'ended'), rule('roti', 'Roti')] } } })
  const draft = ref({ group: '', priority: '' })
  const line = render(defineComponent(() => () => h(StackingLine, { code: 'ini', modelValue: draft.value, 'onUpdate:modelValue': (now: typeof draft.value) => (draft.value = now), refused: (place: string) => Object.entries(refusals).find(([at]) => at.startsWith(place))?.[1] })))
  await flushPromises()
  return { draft, line }
}

it('offers the groups there are, and names the rules that are in it already', async () => {
  const { draft, line } = await shown()
  expect(line.findAll('datalist option').map((option) => option.attributes('value'))).toEqual(['akhir-pekan'])
  await field(line, 'Kelompok').setValue(' Akhir pekan ')
  await field(line, 'Urutan').setValue('10')
  expect(draft.value).toEqual({ group: 'akhir-pekan', priority: '10' })
  expect(words(line)).toContain('Sudah di kelompok ini: Kopi dobel dan Teh dobel.')
})

it('says what is refused, and marks its field', async () => {
  const { line } = await shown({ '/priority': 'Paling banyak 1.000.' })
  expect(words(line.get('[role=alert]'))).toBe('Paling banyak 1.000.')
  expect(['Kelompok', 'Urutan'].map((label) => field(line, label).attributes('aria-invalid'))).toEqual(['false', 'true'])
})
