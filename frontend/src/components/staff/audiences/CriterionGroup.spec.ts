import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { reactive } from 'vue'
import { render } from '@/test/render'
import { criterionTerms, newCriterion, rootDraft } from './criteria'
import CriterionGroup from './CriterionGroup.vue'

const choices = { categories: ['Minuman'], stores: [{ storeId: 'sto_1', name: 'Toko Melati' }], lists: [] }

function open(refusals: Record<string, string> = {}) {
  const draft = reactive(rootDraft())
  const page = render(CriterionGroup, { props: { modelValue: draft, choices, pointer: '/criteria', refusal: (pointer: string) => refusals[pointer] } })
  const press = async (name: string) => {
    await page.findAll('button').find((button) => button.text().startsWith(name))!.trigger('click')
    await flushPromises()
  }
  return { draft, page, press }
}

it('a criterion is added, gets the focus, and is filled', async () => {
  const { draft, page, press } = open()
  expect(page.text()).toContain('Belum ada syarat')
  await press('Tambah syarat')
  await press('Saldo poin')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Poin paling sedikit')
  await page.find('input[aria-label="Poin paling sedikit"]').setValue('700')
  expect(criterionTerms(draft, 'IDR')).toEqual({ kind: 'all', criteria: [{ kind: 'balance', fewest: 700 }] })
})

it('between criteria stands how they are joined', async () => {
  const { draft, page } = open()
  draft.criteria.push(newCriterion('tiers'), newCriterion('language'))
  await flushPromises()
  expect(page.text()).toContain('dan')
  await page.find('select').setValue('none')
  expect(draft.kind).toBe('none')
  expect(page.text()).toContain('maupun')
})

it('a group holds criteria of its own, and is removed with them', async () => {
  const { draft, page, press } = open()
  draft.criteria.push(newCriterion('tiers'))
  await flushPromises()
  await press('Tambah kelompok')
  expect(draft.criteria.map((part) => part.kind)).toEqual(['tiers', 'any'])
  await page.find('button[aria-label="Hapus kelompok ini"]').trigger('click')
  expect(draft.criteria.map((part) => part.kind)).toEqual(['tiers'])
})

it('a refusal stands at the criterion it is about', async () => {
  const { draft, page } = open({ '/criteria/criteria/1/tiers': 'Wajib diisi.' })
  draft.criteria.push(newCriterion('language'), newCriterion('tiers'))
  await flushPromises()
  const lines = page.findAll('ol > li')
  expect(lines[0]!.text()).not.toContain('Wajib diisi.')
  expect(lines[1]!.text()).toContain('Wajib diisi.')
})

it('a figure that is none is told at once', async () => {
  const { draft, page } = open()
  draft.criteria.push({ ...newCriterion('balance'), fewest: 'banyak' })
  await flushPromises()
  expect(page.text()).toContain('Tulis angka bulat.')
})
