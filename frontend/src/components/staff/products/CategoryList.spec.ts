import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { CategoryResponse } from '@/api/setup'
import { button, described, field } from '@/test/within'
import { render, serve } from '@/test/render'
import CategoryList from './CategoryList.vue'

const cigarettes: CategoryResponse = { category: 'Rokok', products: 1200, withoutPoints: 1200, excluded: true }
const fruit: CategoryResponse = { category: 'Segar > Buah', products: 30, withoutPoints: 0, excluded: false }

async function open(answers: Parameters<typeof serve>[0] = {}, props: Record<string, unknown> = {}) {
  const calls = serve({ 'GET /products/categories': { body: { items: [cigarettes, fruit] } }, ...answers })
  const list = render(CategoryList, { props: { partnerId: 'par_1', ...props } })
  await flushPromises()
  return { list, calls }
}

it('a category stops earning, and what that changed is said', async () => {
  const { list, calls } = await open({ 'PUT /products/categories': { body: { category: 'Segar > Buah', earns: false, changed: 1030 } } })
  expect(new URL(calls.find(({ url }) => url.includes('categories'))!.url).searchParams.get('partnerId')).toBe('par_1')
  expect(list.text()).toContain('Produk: 1.200, tanpa poin: 1.200')

  await button(list, 'Tanpa poin Segar > Buah').trigger('click')
  await flushPromises()
  expect(await calls.find(({ method }) => method === 'PUT')!.json()).toEqual({ partnerId: 'par_1', category: 'Segar > Buah', earns: false })
  expect(list.get('[role=status]').text()).toBe('Segar > Buah tidak lagi memberi poin; 1.030 produk berubah.')
  expect(list.emitted('settled')).toHaveLength(1)
  expect(calls.filter(({ method, url }) => method === 'GET' && url.includes('categories'))).toHaveLength(2)
})

it('a category earns again', async () => {
  const { list, calls } = await open({ 'PUT /products/categories': { body: { category: 'Rokok', earns: true, changed: 1200 } } })
  expect(button(list, 'Beri poin lagi Rokok').attributes('aria-pressed')).toBe('true')
  await button(list, 'Beri poin lagi Rokok').trigger('click')
  await flushPromises()

  expect(await calls.find(({ method }) => method === 'PUT')!.json()).toMatchObject({ category: 'Rokok', earns: true })
  expect(list.get('[role=status]').text()).toContain('Rokok memberi poin lagi')
})

it('one that no product has yet is written, and a refusal of it stands there', async () => {
  const { list, calls } = await open({ 'PUT /products/categories': { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/category', code: 'required', detail: 'Wajib diisi.' }] } } })
  await field(list, 'Kategori lain').setValue('Pulsa')
  await list.get('form').trigger('submit')
  await flushPromises()

  expect(await calls.find(({ method }) => method === 'PUT')!.json()).toEqual({ partnerId: 'par_1', category: 'Pulsa', earns: false })
  expect(described(field(list, 'Kategori lain'))).toContain('Wajib diisi.')
  expect(field(list, 'Kategori lain').element.value).toBe('Pulsa')
  expect(list.emitted('settled')).toBeUndefined()
})

it('who may only read sees which earn nothing, and no buttons', async () => {
  const { list } = await open({}, { readOnly: true })

  expect(list.findAll('li').map((entry) => entry.text().includes('Tanpa poin'))).toEqual([true, false])
  expect(list.find('button').exists()).toBe(false)
})
