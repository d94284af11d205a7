import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Correction, DailyRow } from '@/api/types'
import { render, serve } from '@/test/render'
import { same } from '@/test/staff'
import { button, words } from '@/test/within'
import ActsSheet from './ActsSheet.vue'

const act: Correction = { correctionId: 'cor_1', kind: 'removal', at: '2026-11-22T01:42:00Z', memberId: 'mem_1', points: -250, debtAdded: 0, reason: same('Perbaikan promo'), explanation: 'Dihitung dua kali', store: { storeId: 'sto_1', name: 'Toko Menteng' } }
const row: DailyRow = { staffId: 'stf_1', staffName: 'Rina', acts: 1, points: -250, unusual: true, done: [] }

async function opened(of: DailyRow, answer: Parameters<typeof serve>[0][string]) {
  const answers = { 'GET /corrections': answer }
  const calls = serve(answers)
  const sheet = render(ActsSheet, { props: { date: '2026-11-22', title: 'Rina', row: undefined } })
  await sheet.setProps({ row: of } as never)
  await flushPromises()
  return { sheet, answers, asked: () => calls.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname.endsWith('/corrections')).map(({ search }) => search) }
}

it('shows what one person did that day, with the reasons and the way to the member', async () => {
  const { sheet, asked } = await opened(row, { body: { items: [act] } })
  expect(asked()).toEqual(['?date=2026-11-22&staffId=stf_1'])
  expect(words(sheet.get('li'))).toBe('Kurangi poin22 Nov, 08.42 · Toko Menteng · Perbaikan promo“Dihitung dua kali”Buka anggota−250')
  expect(sheet.get('li a').attributes('href')).toBe('/staff/members/mem_1')
})

it('asks for a cashier by store, till and name', async () => {
  const { asked } = await opened({ acts: 1, points: 0, unusual: false, done: [], store: { storeId: 'sto_1', name: 'Toko Menteng' }, terminalId: 'ter_3', cashier: '17' }, { body: { items: [] } })
  expect(asked()).toEqual(['?date=2026-11-22&storeId=sto_1&terminalId=ter_3&cashier=17'])
})

it('is read again where it could not be read, and closed by its button', async () => {
  const { sheet, answers } = await opened(row, { status: 503, body: { status: 503, code: 'busy', title: 'Sibuk' } })
  expect(sheet.text()).toContain('Ada gangguan di pihak kami')
  answers['GET /corrections'] = { body: { items: [act] } }
  await button(sheet, 'Coba lagi').trigger('click')
  await flushPromises()
  expect(sheet.findAll('li')).toHaveLength(1)
  await button(sheet, 'Tutup').trigger('click')
  expect(sheet.emitted('update:row')).toEqual([[undefined]])
})
