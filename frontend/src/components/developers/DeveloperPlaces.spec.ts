import { expect, it } from 'vitest'
import 'virtual:documents/guides-en'
import 'virtual:documents/guides-id'
import { render, serve } from '@/test/render'
import DeveloperPlaces from './DeveloperPlaces.vue'

const soon = { timeout: 4000 }
const contract = {
  info: { title: 'Setia', version: '1' },
  tags: [{ name: 'Purchases' }, { name: 'Members' }],
  paths: { '/members': { get: { tags: ['Members'], responses: {} } }, '/purchases': { post: { tags: ['Purchases'], responses: {} } } },
}

it('leads to every guide and every group of the reference', async () => {
  serve({ 'GET /openapi.json': { body: contract } })
  const places = render(DeveloperPlaces, { language: 'en' })
  await expect.poll(() => places.findAll('section')[1]?.findAll('a').length, soon).toBe(2)
  await expect.poll(() => places.findAll('section')[0]!.findAll('a').length, soon).toBeGreaterThan(3)

  expect(places.findAll('section p').map((head) => head.text())).toEqual(['Guides', 'Reference'])
  const links = places.findAll('a').map((link) => [link.text(), link.attributes('href')])
  expect(links.slice(0, 3)).toEqual([['Overview', '/developers'], ['Changes of the API', '/developers/changelog'], ['Design system', '/design']])
  expect(links.slice(-2)).toEqual([['Purchases', '/developers/reference/Purchases'], ['Members', '/developers/reference/Members']])
  expect(places.findAll('section')[0]!.findAll('a').every((link) => /^\/developers\/guides\/[a-z-]+$/.test(link.attributes('href')!) && link.text() !== '')).toBe(true)
})

it('shows the guides where the server cannot tell its contract', async () => {
  const places = render(DeveloperPlaces)
  await expect.poll(() => places.findAll('section')[0]!.findAll('a').length, soon).toBeGreaterThan(3)

  expect(places.findAll('section')).toHaveLength(1)
  expect(places.get('section p').text()).toBe('Panduan')
})

it('keeps to what tills and partners may call where the address says so', async () => {
  const paths = { ...contract.paths, '/purchases': { post: { tags: ['Purchases'], security: [{ clientCredentials: [] }], responses: {} } } }
  serve({ 'GET /openapi.json': { body: { ...contract, paths } } })
  const places = render(DeveloperPlaces)
  await places.vm.$router.push('/developers/reference/Purchases?for=clients')

  await expect.poll(() => places.findAll('section')[1]?.findAll('a').map((link) => link.attributes('href')), soon).toEqual(['/developers/reference/Purchases?for=clients'])
})
