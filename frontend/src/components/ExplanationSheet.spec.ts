import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { ActivityItem } from '@/api/types'
import { activityItem } from '@/test/activityItem'
import { render } from '@/test/render'
import ExplanationSheet from './ExplanationSheet.vue'

async function opened(changes: Partial<ActivityItem> = {}, language: 'id' | 'en' = 'id') {
  const sheet = render(ExplanationSheet, { props: { item: { ...activityItem, ...changes } }, language })
  await nextTick()
  return { sheet, text: sheet.text().replaceAll('\u00a0', ' ') }
}

it('tells where points come from, the ones that still wait among them', async () => {
  const waiting = { points: 1150, pendingPoints: 36 }
  const { sheet, text } = await opened(waiting)
  expect(sheet.get('dialog h2').text()).toBe('Belanja di Menteng')
  expect(sheet.findAll('dt').map((name) => name.text())).toEqual(['Waktu', 'Nilai belanja', 'Toko', 'Nomor struk', 'Saldo setelahnya'])
  for (const words of ['21 November 2026, 18.42', 'Rp1.186.500', 'Toko Menteng', '0091-4471', '2.500 poin', 'Mengapa dapat 1.186 poin?', 'Dibulatkan ke bawah']) expect(text).toContain(words)
  expect((await opened(waiting, 'en')).text).toContain('Why 1,186 points?')
})

it('asks what happened: why fewer, why none', async () => {
  expect((await opened({ points: -300, explanation: [] })).text).toMatch(/Mengapa berkurang 300 poin\?.*tidak berasal dari aturan poin/)
  expect((await opened({ points: 0 })).text).toContain('Mengapa tidak ada poin?')
})

it('lets go of the item when it is closed', async () => {
  const { sheet } = await opened()
  await sheet.get('dialog button').trigger('click')
  expect(sheet.emitted('update:item')).toEqual([[undefined]])
})
