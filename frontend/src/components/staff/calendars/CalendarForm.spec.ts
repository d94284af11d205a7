import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Calendar } from '@/api/calendars'
import SheetDialog from '@/components/SheetDialog.vue'
import { conflictIn } from '@/test/conflict'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { changedMeanwhile } from '@/test/staff'
import { button, described, field, words } from '@/test/within'
import CalendarForm from './CalendarForm.vue'

const sale: Calendar = { calendarId: 'cal_1', code: 'harbolnas', name: { id: 'Harbolnas', en: 'Online shopping day' }, spans: [{ from: '2026-12-12', until: '2026-12-12' }], version: 2 }

function open(calendar?: Calendar, answers: Parameters<typeof serve>[0] = {}) {
  answers['GET /program'] ??= { body: program }
  const calls = serve(answers)
  const form = render(CalendarForm, { props: { calendar } })
  const save = async () => {
    await form.get('form').trigger('submit')
    await flushPromises()
  }
  return { form, save, answers, sent: (method: string) => calls.find((call) => call.method === method), all: (method: string) => calls.filter((call) => call.method === method) }
}

it('proposes a code by the name until one is written, and goes back to the list', async () => {
  const { form, save, sent } = open(undefined, { 'POST /calendars': { status: 201, body: sale } })
  await field(form, 'Nama (Indonesia)').setValue('Hari Belanja 12.12')
  expect(field(form, 'Kode').element.value).toBe('hari-belanja-12-12')
  await field(form, 'Kode').setValue('harbolnas')
  await field(form, 'Nama (Indonesia)').setValue('Harbolnas')
  await field(form, 'Nama (Inggris)').setValue('Online shopping day')
  await form.get('input[aria-label="Hari pertama, rentang 1"]').setValue('2026-12-12')
  await save()

  expect(await sent('POST')!.json()).toEqual({ code: 'harbolnas', name: { id: 'Harbolnas', en: 'Online shopping day' }, spans: [{ from: '2026-12-12' }] })
  expect(form.vm.$router.currentRoute.value.name).toBe('staff-calendars')
})

it('says at the field what the server refuses', async () => {
  const { form, save } = open(undefined, { 'POST /calendars': { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/name/en', code: 'required', detail: 'Wajib diisi.' }, { pointer: '/spans/0/from', code: 'required', detail: 'Isi harinya.' }] } } })
  await save()

  expect(described(field(form, 'Nama (Inggris)'))).toContain('Wajib diisi.')
  expect(form.get('fieldset [role=alert]').text()).toBe('Isi harinya.')
  expect(form.get('input[aria-label="Hari pertama, rentang 1"]').attributes('aria-invalid')).toBe('true')
})

it('is changed on the version it began with; what a colleague made of its days meanwhile is chosen from', async () => {
  const theirs = { ...sale, version: 3, spans: [{ from: '2026-12-10', until: '2026-12-12' }] }
  const { form, save, answers, all } = open(sale, { 'PUT /calendars/cal_1': changedMeanwhile, 'GET /calendars/cal_1': { body: theirs } })
  await flushPromises()
  expect(form.text()).not.toContain('Tetap selamanya.')
  await field(form, 'Nama (Indonesia)').setValue('Harbolnas 12.12')
  await form.get('input[aria-label="Hari pertama, rentang 1"]').setValue('2026-12-11')
  await save()
  expect(all('PUT')[0]!.headers.get('If-Match')).toBe('"2"')
  for (const told of ['Hari', '11 Desember 2026', '10 Desember 2026 – 12 Desember 2026', 'Semula: 12 Desember 2026']) expect(words(conflictIn(form))).toContain(told)

  answers['PUT /calendars/cal_1'] = { body: { ...sale, version: 4 } }
  await conflictIn(form).get('input[value=theirs]').setValue()
  await conflictIn(form).get('form').trigger('submit')
  await flushPromises()
  expect(all('PUT')[1]!.headers.get('If-Match')).toBe('"3"')
  expect(await all('PUT')[1]!.json()).toEqual({ name: { id: 'Harbolnas 12.12', en: 'Online shopping day' }, spans: theirs.spans })
})

it('is deleted after asking; one that a rule uses stays, and why is told', async () => {
  const answers: Parameters<typeof serve>[0] = { 'DELETE /calendars/cal_1': { status: 409, body: { code: 'calendar_used', title: 'Masih dipakai', detail: 'Dipakai aturan Kopi.' } } }
  const { form, sent } = open(sale, answers)
  await button(form, 'Hapus').trigger('click')
  await flushPromises()
  const sheet = form.getComponent(SheetDialog)
  expect(sheet.get('h2').text()).toBe('Hapus kalender Harbolnas?')
  expect(sent('DELETE')).toBeUndefined()

  await button(sheet, 'Ya, hapus').trigger('click')
  await flushPromises()
  expect(sheet.get('[role=alert]').text()).toContain('Dipakai aturan Kopi.')
  expect(sent('DELETE')!.headers.get('If-Match')).toBe('"2"')

  answers['DELETE /calendars/cal_1'] = { status: 204 }
  await button(sheet, 'Ya, hapus').trigger('click')
  await flushPromises()
  expect(form.vm.$router.currentRoute.value.name).toBe('staff-calendars')
})
