import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { CaseResponse } from '@/api/types'
import { program } from '@/test/program'
import { missingReceipt } from '@/test/missingReceipt'
import { render, serve } from '@/test/render'
import CaseTalk from './CaseTalk.vue'

const of: CaseResponse = {
  ...missingReceipt,
  messages: [
    { author: 'member', text: { id: 'Kasirnya lupa.', en: 'Kasirnya lupa.' }, at: '2026-11-21T03:15:00Z' },
    { author: 'staff', text: { id: 'Kami periksa.', en: 'We are looking.' }, at: '2026-11-22T02:00:00Z' },
  ],
  photos: [1, 2],
}

async function talk(props: { of: CaseResponse; reader: 'member' | 'staff' }, language: 'id' | 'en' = 'id') {
  serve({ 'GET /program': { body: program } })
  const shown = render(CaseTalk, { props, language })
  await flushPromises()
  return shown
}
const messages = (shown: Awaited<ReturnType<typeof talk>>) => shown.findAll('ol li').map((item) => item.text().replaceAll('\u00a0', ' '))

it('says who said what and when, as its reader would call them', async () => {
  expect(messages(await talk({ of, reader: 'member' }))).toEqual(['Anda · kemarin 10.15Kasirnya lupa.', 'Petugas · hari ini 09.00Kami periksa.'])
  expect(messages(await talk({ of, reader: 'staff' }, 'en'))[0]).toMatch(/^Member · yesterday 10:15/)
})

it('shows the photos, each under its number', async () => {
  const photos = (await talk({ of, reader: 'member' })).findAll('img')
  expect(photos.map((photo) => [photo.attributes('src'), photo.attributes('alt')])).toEqual([
    ['/api/v1/cases/cas_1/photos/1', 'Foto 1'],
    ['/api/v1/cases/cas_1/photos/2', 'Foto 2'],
  ])
})

it('says that nothing was said', async () => {
  expect((await talk({ of: missingReceipt, reader: 'member' })).text()).toBe('Belum ada kata-kata.')
})
