import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import type { SavedAudience } from '@/api/audiences'
import { conflictIn, settle } from '@/test/conflict'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { changedMeanwhile } from '@/test/staff'
import { button, described, field, words } from '@/test/within'
import AudienceForm from './AudienceForm.vue'

const choices = { categories: [], stores: [], lists: [] }
const atLeast = (points: number) => ({ kind: 'all' as const, criteria: [{ kind: 'balance' as const, fewest: points }] })
const rich: SavedAudience = { audienceId: 'aud_1', version: 3, name: 'Banyak poin', criteria: { kind: 'all', criteria: [{ kind: 'balance', fewest: 1000 }] }, changedAt: '2026-11-22T00:00:00Z', usedBy: ['Kopi gratis'] }
const count = { body: { members: 412, at: '2026-11-22T03:00:00Z' } }

async function open(audience: SavedAudience | undefined, answers: Parameters<typeof serve>[0] = {}) {
  const table = { 'GET /program': { body: program }, 'GET /audiences': { body: { items: [] } }, 'POST /audiences/count': count, ...answers }
  const calls = serve(table)
  const form = render(AudienceForm, { props: { choices, audience } })
  await flushPromises()
  const save = async () => {
    await form.get('form').trigger('submit')
    await flushPromises()
  }
  return { form, save, table, sent: (method: string, path: string) => calls.filter((call) => call.method === method && call.url.endsWith(path)) }
}

it('says in words who is meant, counts them, and saves on the version it began with', async () => {
  const { form, save, sent } = await open(rich, { 'PUT /audiences/aud_1': { body: { ...rich, version: 4 } } })
  expect(form.text()).toContain('Perubahan langsung berlaku untuk: Kopi gratis.')
  await form.get('input[aria-label="Poin paling sedikit"]').setValue('2000')
  expect(form.text().replaceAll('\u00a0', ' ')).toContain('Anggota yang punya paling sedikit 2.000 poin')
  await vi.waitFor(() => expect(form.get('[aria-live=polite]').text()).toContain('412'), 2000)
  expect(await sent('POST', '/audiences/count').at(-1)!.json()).toEqual({ criteria: { kind: 'all', criteria: [{ kind: 'balance', fewest: 2000 }] } })

  await save()
  expect(sent('PUT', '/audiences/aud_1')[0]!.headers.get('If-Match')).toBe('"3"')
  expect(await sent('PUT', '/audiences/aud_1')[0]!.json()).toEqual({ name: 'Banyak poin', criteria: { kind: 'all', criteria: [{ kind: 'balance', fewest: 2000 }] } })
  expect(form.vm.$router.currentRoute.value).toMatchObject({ name: 'staff-audience', params: { audienceId: 'aud_1' } })
})

it('a group without a criterion is not sent; a list needs none', async () => {
  const { form, save, sent } = await open(undefined, { 'POST /audiences': { status: 201, body: { ...rich, criteria: undefined, listed: 0 } } })
  await field(form, 'Nama').setValue('Undangan')
  await save()
  expect(form.get('[role=alert]').text()).toContain('paling sedikit satu syarat')
  expect(sent('POST', '/audiences')).toHaveLength(0)

  await form.get('input[value=list]').setValue()
  expect(form.text()).toContain('Anda bisa mengunggah berkas anggotanya')
  await save()
  expect(await sent('POST', '/audiences')[0]!.json()).toEqual({ name: 'Undangan' })
})

it('says at the name what the server refuses', async () => {
  const { form, save } = await open(rich, { 'PUT /audiences/aud_1': { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/name', code: 'taken', detail: 'Sudah ada segmen bernama ini.' }] } } })
  await save()

  expect(described(field(form, 'Nama'))).toContain('Sudah ada segmen bernama ini.')
  expect(document.activeElement).toBe(field(form, 'Nama').element)
})

it('what a colleague made of it meanwhile is told as a sentence, and what is chosen is saved on their version', async () => {
  const { form, save, table, sent } = await open(rich, { 'PUT /audiences/aud_1': changedMeanwhile, 'GET /audiences/aud_1': { body: { ...rich, version: 4, name: 'Kaya poin', criteria: atLeast(500) } } })
  await form.get('input[aria-label="Poin paling sedikit"]').setValue('2000')
  await save()
  for (const told of ['Kaya poin', 'Anggota yang punya paling sedikit 2.000 poin', 'Anggota yang punya paling sedikit 500 poin', 'Semula: Anggota yang punya paling sedikit 1.000 poin']) expect(words(conflictIn(form))).toContain(told)
  expect(conflictIn(form).findAll('legend').map(words)).toEqual(['Terbaca sebagai', 'Nama'])

  Object.assign(table, { 'PUT /audiences/aud_1': { body: { ...rich, version: 5 } } })
  await conflictIn(form).get('input[value=mine]').setValue()
  await conflictIn(form).get('form').trigger('submit')
  await flushPromises()
  expect(sent('PUT', '/audiences/aud_1')[1]!.headers.get('If-Match')).toBe('"4"')
  expect(await sent('PUT', '/audiences/aud_1')[1]!.json()).toEqual({ name: 'Kaya poin', criteria: atLeast(2000) })
  expect(form.vm.$router.currentRoute.value.name).toBe('staff-audience')
})

it('their criteria can be taken instead; who goes back to the form finds it as they left it', async () => {
  const { form, save, table, sent } = await open(rich, { 'PUT /audiences/aud_1': changedMeanwhile, 'GET /audiences/aud_1': { body: { ...rich, version: 4, criteria: { kind: 'any', criteria: [{ kind: 'tiers', tiers: ['gold'] }] } } } })
  await form.get('input[aria-label="Poin paling sedikit"]').setValue('2000')
  await save()
  await button(conflictIn(form), 'Kembali ke formulir').trigger('click')
  await flushPromises()
  expect(form.get('[role=alert]').text()).toContain('Sudah berubah')
  expect(form.get<HTMLInputElement>('input[aria-label="Poin paling sedikit"]').element.value).toBe('2000')

  await save()
  Object.assign(table, { 'PUT /audiences/aud_1': { body: { ...rich, version: 5 } } })
  await settle(form, 'theirs')
  expect(await sent('PUT', '/audiences/aud_1').at(-1)!.json()).toEqual({ name: 'Banyak poin', criteria: { kind: 'any', criteria: [{ kind: 'tiers', tiers: ['gold'] }] } })
})

it('of a list only the name can differ', async () => {
  const list: SavedAudience = { ...rich, criteria: undefined, listed: 40 }
  const { form, save } = await open(list, { 'PUT /audiences/aud_1': changedMeanwhile, 'GET /audiences/aud_1': { body: { ...list, version: 4, name: 'Tamu', listed: 50 } } })
  await field(form, 'Nama').setValue('Undangan')
  await save()
  expect(conflictIn(form).findAll('legend').map(words)).toEqual(['Nama'])
})

it('is never saved without its criteria, even where the program could not be read', async () => {
  const { form, save, sent } = await open(rich, { 'GET /program': { status: 503, body: { code: 'unavailable', title: 'Sibuk' } }, 'PUT /audiences/aud_1': { body: rich } })
  await save()

  expect(sent('PUT', '/audiences/aud_1')).toHaveLength(0)
  expect(form.get('[role=alert]').text()).toContain('Ada gangguan di pihak kami')
})
