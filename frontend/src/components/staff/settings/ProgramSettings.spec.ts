import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import { field } from '@/test/within'
import ProgramSettings from './ProgramSettings.vue'

it('what cannot be read leaves the other settings of the programme to be changed', async () => {
  const calls = serve({ 'GET /settings/contact': { body: { email: 'halo@kopi.id' }, headers: { ETag: '"1"' } }, 'PUT /settings/contact': { body: { email: 'tanya@kopi.id' }, headers: { ETag: '"2"' } }, 'GET /settings/look': { body: {}, headers: { ETag: '"1"' } } })
  const page = render(ProgramSettings)
  await flushPromises()
  expect(page.findAll('h2').map((title) => title.text())).toEqual(['Program', 'Tampilan', 'Kontak'])
  expect(page.findAll('section')[0]!.text()).toContain('Tidak ditemukan')
  await field(page, 'Email').setValue('tanya@kopi.id')
  await page.findAll('form').at(-1)!.trigger('submit')
  await flushPromises()
  expect(calls.filter(({ method }) => method === 'PUT').map(({ url }) => new URL(url).pathname)).toEqual(['/api/v1/settings/contact'])
})
