import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import DocumentSettings from './DocumentSettings.vue'

it('shows the terms and the privacy notice, each read by itself', async () => {
  const calls = serve({ 'GET /documents/terms': { status: 403, body: { status: 403, code: 'forbidden', title: 'Tidak boleh' } } })
  const page = render(DocumentSettings)
  await flushPromises()
  expect(page.findAll('h2').map((title) => title.text())).toEqual(['Syarat keanggotaan', 'Pemberitahuan privasi'])
  expect(page.findAll('section').map((section) => section.text())).toEqual([expect.stringContaining('Anda tidak memiliki akses'), expect.stringContaining('Tidak ditemukan')])
  expect(calls.map(({ url }) => new URL(url).pathname).filter((path) => path.includes('/documents/'))).toEqual(['/api/v1/documents/terms', '/api/v1/documents/privacy'])
})
