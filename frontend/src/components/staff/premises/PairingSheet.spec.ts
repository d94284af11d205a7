import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { PairingCode, TerminalResponse } from '@/api/setup'
import { button } from '@/test/within'
import { render, serve } from '@/test/render'
import PairingSheet from './PairingSheet.vue'

const till: TerminalResponse = { terminalId: 'trm_1', storeId: 'sto_1', code: '01', name: '', state: 'active', paired: false }
const code: PairingCode = { terminalId: 'trm_1', code: '4820-1937', expiresAt: '2026-11-22T03:15:00Z' }

async function opened(terminal: TerminalResponse, answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve(answers)
  const sheet = render(PairingSheet, { props: { terminal, 'onUpdate:terminal': (changed?: TerminalResponse) => sheet.setProps({ terminal: changed }) } })
  await flushPromises()
  return { sheet, calls }
}

it('makes a code to type into the till, and says until when it is good', async () => {
  const { sheet } = await opened(till, { 'POST /terminals/trm_1/pairing-codes': { status: 201, body: code } })
  expect(sheet.get('h2').text()).toBe('Pasangkan kasir 01')
  expect(sheet.text()).not.toContain('Lepaskan')

  await button(sheet, 'Buat kode').trigger('click')
  await flushPromises()
  expect(sheet.get('[aria-live=polite]').text()).toBe('4820-1937')
  expect(sheet.text()).toContain('sampai pukul 10.15')
})

it('unpairs a till only after asking again', async () => {
  const { sheet, calls } = await opened({ ...till, paired: true }, { 'DELETE /terminals/trm_1/pairing': { status: 204 } })
  await button(sheet, 'Lepaskan').trigger('click')
  expect(sheet.text()).toContain('langsung tidak bisa mengirim apa pun')
  expect(calls.some(({ method }) => method === 'DELETE')).toBe(false)

  await button(sheet, 'Ya, lepaskan').trigger('click')
  await flushPromises()
  expect(calls.some(({ method }) => method === 'DELETE')).toBe(true)
  expect(sheet.get('dialog').element.open).toBe(false)
})

it('a till that cannot be paired says why', async () => {
  const { sheet } = await opened(till, { 'POST /terminals/trm_1/pairing-codes': { status: 409, body: { code: 'store_closed', title: 'Toko tutup', detail: 'Buka tokonya dahulu.' } } })
  await button(sheet, 'Buat kode').trigger('click')
  await flushPromises()

  expect(sheet.get('[role=alert]').text()).toContain('Buka tokonya dahulu.')
})
