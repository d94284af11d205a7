import { describe, expect, it } from 'vitest'
import 'virtual:documents/guides-en'
import 'virtual:documents/problems'
import { render, serve } from '@/test/render'
import DeveloperSearch from './DeveloperSearch.vue'

const soon = { timeout: 4000 }
const contract = { info: { title: 'Setia', version: '1' }, tags: [{ name: 'Purchases' }], paths: { '/baskets': { post: { tags: ['Purchases'], operationId: 'postBasket', summary: 'Post a basket', responses: {} } } } }

async function asked(words: string) {
  serve({ 'GET /openapi.json': { body: contract } })
  const search = render(DeveloperSearch, { language: 'en' })
  await search.get('input').setValue(words)
  return { search, titles: () => search.findAll('li').map((finding) => finding.get('a > span > span').text()), status: () => search.get('[role=status]').text() }
}

describe('searching the portal', () => {
  it('begins at the field, and says what can be found', async () => {
    const { search, status } = await asked(' ')
    expect(document.activeElement).toBe(search.get('input').element)
    expect(search.get('label').attributes('for')).toBe(search.get('input').attributes('id'))
    expect(search.get('label').text()).toBe('Search')
    expect(status()).toBe('Guides, operations and error codes.')
  })

  it('finds operations and codes, and goes to the first at once', async () => {
    const { search, titles, status } = await asked('postBasket')
    await expect.poll(titles, soon).toEqual(['Post a basket'])
    expect(status()).toBe('1 place')
    expect(search.get('li').text()).toContain('POST /baskets')
    await search.get('form').trigger('submit')
    await expect.poll(() => search.vm.$router.currentRoute.value.fullPath, soon).toBe('/developers/reference/Purchases#postBasket')

    await search.get('input').setValue('insufficient_points')
    await expect.poll(titles, soon).toContain('insufficient_points')
  })

  it('says that nothing has the words', async () => {
    const { titles, status } = await asked('xyzzy')
    expect(titles()).toEqual([])
    expect(status()).toBe('Nothing has “xyzzy”. Try one word of it.')
  })
})
