import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Calendar } from '@/api/calendars'
import SheetDialog from '@/components/SheetDialog.vue'
import { button, described, field } from '@/test/within'
import { render, serve } from '@/test/render'
import CalendarForm from './CalendarForm.vue'

const sale: Calendar = { calendarId: 'cal_1', code: 'harbolnas', name: { id: 'Harbolnas', en: 'Online shopping day' }, spans: [{ from: '2026-12-12', until: '2026-12-12' }], version: 2 }

function open(calendar?: Calendar, answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve(answers)
  const form = render(CalendarForm, { props: { calendar } })
  const save = async () => {
    await form.get('form').trigger('submit')
    await flushPromises()
  }
  return { form, save, sent: (method: string) => calls.find((call) => call.method === method) }
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

it('is changed on the version it began with, and what is stored now is offered to who was too slow', async () => {
  const { form, save, sent } = open(sale, { 'PUT /calendars/cal_1': { status: 412, body: { code: 'changed_meanwhile', title: 'Sudah berubah' } } })
  expect(form.text()).not.toContain('Tetap selamanya.')
  await save()
  expect(sent('PUT')!.headers.get('If-Match')).toBe('"2"')
  await button(form, 'Baca yang terbaru, tanpa perubahan Anda').trigger('click')

  expect(form.emitted('reread')).toHaveLength(1)
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
