import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { StaffResponse } from '@/api/types'
import ConflictSheet from '@/components/staff/conflict/ConflictSheet.vue'
import SheetDialog from '@/components/SheetDialog.vue'
import { described, field } from '@/test/within'
import { render, serve } from '@/test/render'
import { rina, storesOf } from '@/test/staffPerson'
import PersonForm from './PersonForm.vue'

async function open(answers: Parameters<typeof serve>[0] = {}, props: { person?: StaffResponse; own?: boolean; readOnly?: boolean } = {}) {
  const table = { 'GET /stores': { body: storesOf('Kemang', 'Losari') }, ...answers }
  const calls = serve(table)
  const form = render(PersonForm, { props: { person: rina, version: '"1"', own: false, readOnly: false, ...props } })
  await flushPromises()
  const save = async () => {
    await form.get('form').trigger('submit')
    await flushPromises()
  }
  return { form, save, table, sent: () => calls.filter(({ method }) => method === 'PUT') }
}

it('gives somebody other work; who manages no store any more keeps none', async () => {
  const { form, save, sent } = await open({ 'PUT /staff/stf_1': { body: rina, headers: { ETag: '"2"' } } })
  await field(form, 'Pengelola toko').setValue(false)
  await field(form, 'Pemasaran').setValue(true)
  await save()

  expect(sent()[0]!.headers.get('If-Match')).toBe('"1"')
  expect(await sent()[0]!.json()).toEqual({ name: 'Rina Hartono', language: 'id', roles: ['marketer'], stores: [] })
  expect(form.get('[role=status]').text()).toBe('Tersimpan.')
  expect(form.emitted('saved')).toHaveLength(1)
})

it('nobody is without a name or without a role', async () => {
  const { form, save, sent } = await open()
  await field(form, 'Nama').setValue(' ')
  await field(form, 'Pengelola toko').setValue(false)
  await save()

  expect(sent()).toHaveLength(0)
  expect(described(field(form, 'Nama'))).toContain('Isi namanya.')
  expect(form.get('fieldset').text()).toContain('Pilih setidaknya satu peran.')
})

it('what a colleague changed meanwhile is told by the names of roles and stores, and kept', async () => {
  const { form, save, sent, table } = await open({ 'PUT /staff/stf_1': { status: 412, body: { code: 'changed_meanwhile', title: 'Berubah' } }, 'GET /staff/stf_1': { body: { ...rina, stores: ['sto_1', 'sto_2'], roles: ['store_manager', 'auditor'] }, headers: { ETag: '"2"' } } })
  await field(form, 'Nama').setValue('Rina H.')
  await save()
  const sheet = form.getComponent(ConflictSheet).getComponent(SheetDialog)
  expect(sheet.text()).toContain('Kemang, Losari')
  expect(sheet.text()).toContain('Pengelola toko, Auditor')

  Object.assign(table, { 'PUT /staff/stf_1': { body: rina } })
  await sheet.get('form').trigger('submit')
  await flushPromises()
  expect(sent().at(-1)!.headers.get('If-Match')).toBe('"2"')
  expect(await sent().at(-1)!.json()).toEqual({ name: 'Rina H.', language: 'id', roles: ['store_manager', 'auditor'], stores: ['sto_1', 'sto_2'] })
})

it('one’s own work is somebody else’s to change, one’s name is not', async () => {
  const { form } = await open({}, { own: true })

  expect(form.text()).toContain('hanya bisa diubah oleh administrator lain')
  expect(form.findAll('fieldset').map((group) => group.attributes('disabled'))).toEqual(['', ''])
  expect(field(form, 'Nama').attributes('disabled')).toBeUndefined()
})

it('who may only read has nothing to save', async () => {
  const { form } = await open({}, { readOnly: true })

  expect(field(form, 'Nama').attributes('disabled')).toBeDefined()
  expect(field(form, 'Bahasa email').attributes('disabled')).toBeDefined()
  expect(form.find('button[type=submit]').exists()).toBe(false)
})
