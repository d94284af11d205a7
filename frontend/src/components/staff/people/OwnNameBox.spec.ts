import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { conflictIn } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile } from '@/test/staff'
import { described, field } from '@/test/within'
import { ownAccount, storesOf } from '@/test/staffPerson'
import OwnNameBox from './OwnNameBox.vue'

async function open(answers: Parameters<typeof serve>[0] = {}) {
  const table = { 'GET /stores': { body: storesOf('Kemang') }, ...answers }
  const calls = serve(table)
  const box = render(OwnNameBox, { props: { account: ownAccount, version: '"9"' } })
  await flushPromises()
  const save = async () => {
    await box.get('form').trigger('submit')
    await flushPromises()
  }
  return { box, save, table, sent: () => calls.filter(({ method }) => method === 'PUT') }
}

it('shows one’s roles and stores by their names, only to be read', async () => {
  const { box } = await open()

  expect(box.findAll('dl > div').map((line) => [line.get('dt').text(), line.get('dd').text()])).toEqual([['Email', 'rina@contoh.id'], ['Peran', 'Pengelola toko'], ['Toko yang dikelola', 'Kemang']])
})

it('saves name and language on the version that was read, and says so until something is typed', async () => {
  const { box, save, sent } = await open({ 'PUT /staff/me': { body: ownAccount } })
  await field(box, 'Nama').setValue(' Rina H. ')
  await field(box, 'Bahasa email').setValue('en')
  await save()
  expect(sent()[0]!.headers.get('If-Match')).toBe('"9"')
  expect(await sent()[0]!.json()).toEqual({ name: 'Rina H.', language: 'en' })
  expect(box.get('[role=status]').text()).toBe('Tersimpan.')
  expect(box.emitted('saved')).toHaveLength(1)

  await field(box, 'Nama').setValue('Rina')
  expect(box.find('[role=status]').exists()).toBe(false)
})

it('nobody is without a name', async () => {
  const { box, save, sent } = await open()
  await field(box, 'Nama').setValue('  ')
  await save()

  expect(sent()).toHaveLength(0)
  expect(described(field(box, 'Nama'))).toContain('Isi nama Anda.')
  expect(document.activeElement).toBe(field(box, 'Nama').element)
})

it('what was changed meanwhile, say by an administrator, is chosen from', async () => {
  const { box, save, table, sent } = await open({ 'PUT /staff/me': changedMeanwhile, 'GET /staff/me': { body: { ...ownAccount, name: 'Rina Hartono-Putri' }, headers: { ETag: '"10"' } } })
  await field(box, 'Nama').setValue('Rina H.')
  await field(box, 'Bahasa email').setValue('en')
  await save()
  for (const told of ['Rina H.', 'Rina Hartono-Putri', 'English']) expect(conflictIn(box).text()).toContain(told)

  Object.assign(table, { 'PUT /staff/me': { body: ownAccount } })
  await conflictIn(box).get('input[value=theirs]').setValue()
  await conflictIn(box).get('form').trigger('submit')
  await flushPromises()
  expect(sent()[1]!.headers.get('If-Match')).toBe('"10"')
  expect(await sent()[1]!.json()).toEqual({ name: 'Rina Hartono-Putri', language: 'en' })
})
