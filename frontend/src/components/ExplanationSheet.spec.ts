import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { ActivityItem } from '@/api/types'
import { render } from '@/test/render'
import ExplanationSheet from './ExplanationSheet.vue'

const item: ActivityItem = {
  transactionId: 'txn_1',
  kind: 'purchase',
  title: { id: 'Belanja', en: 'Purchase' },
  at: '2026-11-21T11:42:00Z',
  recordedAt: '2026-11-21T11:42:05Z',
  points: 150,
  pendingPoints: 36,
  balanceAfter: 2500,
  amount: { amount: '186500', currency: 'IDR' },
  store: { storeId: 'sto_1', name: 'Toko Menteng' },
  receiptNumber: '0091-4471',
  explanation: [{ ruleId: 'rul_1', ruleVersion: 7, name: { id: 'Dasar', en: 'Base' }, outcome: 'applied', points: 186, reason: { id: 'Dibulatkan ke bawah', en: 'Rounded down' }, lines: [] }],
}

async function opened(changes: Partial<ActivityItem> = {}, language: 'id' | 'en' = 'id') {
  const sheet = render(ExplanationSheet, { props: { item: { ...item, ...changes } }, language })
  await nextTick()
  return { sheet, text: sheet.text().replaceAll('\u00a0', ' ') }
}

it('tells where points come from, the ones that still wait among them', async () => {
  const { sheet, text } = await opened()
  expect(sheet.get('dialog h2').text()).toBe('Belanja')
  expect(sheet.findAll('dt').map((name) => name.text())).toEqual(['Waktu', 'Nilai belanja', 'Toko', 'Nomor struk', 'Saldo setelahnya'])
  for (const words of ['21 November 2026, 18.42', 'Rp186.500', 'Toko Menteng', '0091-4471', '2.500 poin', 'Mengapa dapat 186 poin?', 'Dibulatkan ke bawah']) expect(text).toContain(words)
  expect((await opened({}, 'en')).text).toContain('Why 186 points?')
})

it('asks what happened: why fewer, why none', async () => {
  expect((await opened({ points: -300, pendingPoints: undefined, explanation: [] })).text).toMatch(/Mengapa berkurang 300 poin\?.*tidak berasal dari aturan poin/)
  expect((await opened({ points: 0, pendingPoints: undefined })).text).toContain('Mengapa tidak ada poin?')
})

it('lets go of the item when it is closed', async () => {
  const { sheet } = await opened()
  await sheet.get('dialog button').trigger('click')
  expect(sheet.emitted('update:item')).toEqual([[undefined]])
})
