import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { ProductResponse } from '@/api/setup'
import ConflictSheet from '@/components/staff/conflict/ConflictSheet.vue'
import SheetDialog from '@/components/SheetDialog.vue'
import { described, field } from '@/test/within'
import { render, serve } from '@/test/render'
import ProductForm from './ProductForm.vue'

const tea: ProductResponse = { productId: 'prd_1', partnerId: 'par_1', sku: 'TEH-1', name: 'Teh botol', category: 'Minuman', earns: true, corrected: false, changedAt: '2026-11-22T00:00:00Z' }

async function open(answers: Parameters<typeof serve>[0]) {
  const table = { 'GET /products/prd_1': { body: tea, headers: { ETag: '"1"' } }, ...answers }
  const calls = serve(table)
  const form = render(ProductForm, { props: { productId: 'prd_1' } })
  await flushPromises()
  return { form, calls, table }
}

it('corrects a product on the version that was read; what is emptied is left out', async () => {
  const { form, calls } = await open({ 'PUT /products/prd_1': { body: tea } })
  expect(field(form, 'Nama').element.value).toBe('Teh botol')
  await field(form, 'Kategori').setValue('')
  await field(form, 'Merek').setValue('Sosro')
  await field(form, 'Memberi poin').setValue(false)
  await form.get('form').trigger('submit')
  await flushPromises()

  const sent = calls.find(({ method }) => method === 'PUT')!
  expect(sent.headers.get('If-Match')).toBe('"1"')
  expect(await sent.json()).toEqual({ name: 'Teh botol', brand: 'Sosro', earns: false })
  expect(form.emitted('done')).toHaveLength(1)
})

it('says at the field what the server refuses', async () => {
  const { form } = await open({ 'PUT /products/prd_1': { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/category', code: 'malformed', detail: 'Pisahkan dengan >.' }] } } })
  await form.get('form').trigger('submit')
  await flushPromises()

  expect(described(field(form, 'Kategori'))).toContain('Pisahkan dengan >.')
  expect(form.emitted('done')).toBeUndefined()
})

it('what a colleague changed meanwhile is shown in words and kept', async () => {
  const { form, calls, table } = await open({ 'PUT /products/prd_1': { status: 412, body: { code: 'changed_meanwhile', title: 'Berubah' } } })
  await field(form, 'Nama').setValue('Teh melati')
  table['GET /products/prd_1'] = { body: { ...tea, earns: false }, headers: { ETag: '"2"' } }
  await form.get('form').trigger('submit')
  await flushPromises()
  const sheet = form.getComponent(ConflictSheet).getComponent(SheetDialog)
  expect(sheet.text()).toContain('Memberi poin')
  expect(sheet.text()).toContain('tidak')

  Object.assign(table, { 'PUT /products/prd_1': { body: tea } })
  await sheet.get('form').trigger('submit')
  await flushPromises()
  const last = calls.filter(({ method }) => method === 'PUT').at(-1)!
  expect(last.headers.get('If-Match')).toBe('"2"')
  expect(await last.json()).toEqual({ name: 'Teh melati', category: 'Minuman', earns: false })
})
