import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import ReceiptPage from './ReceiptPage.vue'

const code = '7K2M9QXA4TR6'
const receipt = {
  state: 'open',
  code: '7K2M-9QXA-4TR6',
  store: { storeId: 'sto_1', name: 'Toko Menteng' },
  businessDate: '2026-11-22',
  total: { amount: '136000', currency: 'IDR' },
  points: 188,
  until: '2026-12-06T05:00:00Z',
}
const stranger = { kind: 'none', csrfToken: 't', roles: [] }
const member = { kind: 'member', csrfToken: 't', roles: [], memberId: 'mem_1', displayName: 'Sari' }

async function open() {
  const page = render(ReceiptPage, { props: { code } })
  await flushPromises()
  return page
}

describe('a receipt by its code', () => {
  beforeEach(() => localStorage.clear())

  it('shows a stranger what waits, and keeps it until they have joined', async () => {
    const calls = serve({ 'GET /session': { body: stranger }, 'POST /receipt-claims/lookup': { body: receipt } })
    const page = await open()
    expect(page.text()).toContain('Poin dari struk ini menunggu Anda')
    expect(page.text()).toContain('188')
    expect(page.text()).toContain('Toko Menteng')
    expect(JSON.parse(localStorage.getItem('setia.receipt')!)).toMatchObject({ code })
    expect(calls.filter((call) => call.method === 'POST')).toHaveLength(1)
  })

  it('is a signed-in member’s at once', async () => {
    serve({
      'GET /session': { body: member },
      'POST /receipt-claims/lookup': { body: receipt },
      'POST /receipt-claims': { status: 201, body: { ...receipt, state: 'yours', purchaseId: 'pur_1' } },
    })
    const page = await open()
    expect(page.text()).toContain('Poinnya sudah masuk')
    expect(page.text()).toContain('+188')
    expect(localStorage.getItem('setia.receipt')).toBeNull()
  })

  it.each([
    ['claimed', 'Struk ini sudah disimpan'],
    ['expired', 'Batas waktunya sudah lewat'],
    ['refunded', 'Belanja ini sudah diretur'],
  ])('says why there is nothing to save when it is %s', async (state, words) => {
    serve({ 'GET /session': { body: stranger }, 'POST /receipt-claims/lookup': { body: { state, code: receipt.code } } })
    const page = await open()
    expect(page.text()).toContain(words)
    expect(localStorage.getItem('setia.receipt')).toBeNull()
  })

  it('lets a code nobody knows be typed again', async () => {
    serve({ 'GET /session': { body: stranger }, 'POST /receipt-claims/lookup': { status: 404, body: { code: 'receipt_code_unknown', title: 'Kode struk tidak dikenal' } } })
    const page = await open()
    expect(page.text()).toContain('Kode tidak ditemukan')
    expect((page.find('input').element as HTMLInputElement).value).toBe(code)
  })
})
