import { expect, it } from 'vitest'
import type { ReceiptClaimResponse } from '@/api/types'
import { render } from '@/test/render'
import ReceiptPaper from './ReceiptPaper.vue'

const receipt: ReceiptClaimResponse = {
  state: 'open',
  code: '7K2M-9QXA-4TR6',
  store: { storeId: 'sto_1', name: 'Toko Menteng' },
  businessDate: '2026-11-22',
  total: { amount: '1360000', currency: 'IDR' },
  points: 1360,
}
const paper = (props: Record<string, unknown>, language: 'id' | 'en' = 'id') => render(ReceiptPaper, { props: { receipt, label: 'Menunggu Anda', ...props }, language })
const words = (shown: ReturnType<typeof paper>) => shown.text().replaceAll('\u00a0', ' ')

it('tells where, when, how much, and the points that wait', () => {
  expect(words(paper({}))).toBe('Menunggu Anda1.360poinTokoToko MentengTanggal22 November 2026TotalRp1.360.000Kode7K2M-9QXA-4TR6')
  expect(paper({}).attributes('aria-label')).toBe('Struk')
  expect(words(paper({}, 'en'))).toContain('1,360points')
  expect(words(paper({ receipt: { ...receipt, points: 1 } }, 'en'))).toContain('1pointStore')
})

it('adds them once they are the member’s', () => {
  expect(words(paper({ done: true, label: 'Masuk ke saldo Anda' }))).toContain('Masuk ke saldo Anda+1.360poin')
})
