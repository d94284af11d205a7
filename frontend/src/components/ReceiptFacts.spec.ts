import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { program } from '@/test/program'
import { missingReceipt } from '@/test/missingReceipt'
import { render, serve } from '@/test/render'
import ReceiptFacts from './ReceiptFacts.vue'

async function facts(points: number, language: 'id' | 'en') {
  serve({ 'GET /program': { body: program } })
  const list = render(ReceiptFacts, { props: { of: { ...missingReceipt, points } }, language })
  await flushPromises()
  const told = list.findAll('dd').map((fact) => fact.text().replaceAll('\u00a0', ' '))
  return list.findAll('dt').map((name, index) => `${name.text()}: ${told[index]}`)
}

it('tells what the receipt says and when it was reported', async () => {
  expect(await facts(0, 'id')).toEqual(['Toko: Toko Menteng', 'Tanggal: 20 November 2026', 'Nomor struk: 0091-4471', 'Total: Rp136.000', 'Dilaporkan: kemarin 10.15'])
})

it('tells the points once they have come', async () => {
  expect(await facts(136, 'id')).toContain('Poin: +136')
  expect(await facts(136, 'en')).toContain('Total: Rp136,000')
})
