import { expect, it } from 'vitest'
import { piecesOf } from '@/developers/guideText'
import { render } from '@/test/render'
import GuidePieces from './GuidePieces.vue'

it('shows words, code and strong words of a line', () => {
  const line = render(GuidePieces, { props: { pieces: piecesOf('Send **once** with `If-Match`.') } })

  expect(document.body.textContent).toBe('Send once with If-Match.')
  expect(line.get('strong').text()).toBe('once')
  expect(line.get('code').text()).toBe('If-Match')
})

it('goes to pages of the portal without leaving it, to the API and other sites outright', async () => {
  const line = render(GuidePieces, { props: { pieces: piecesOf('[errors](/developers/guides/errors), [contract](/api/v1/openapi.json), [RFC](https://www.rfc-editor.org/rfc/rfc9457)') } })
  const links = line.findAll('a')
  expect(links.map((link) => [link.text(), link.attributes('href'), link.attributes('rel')])).toEqual([
    ['errors', '/developers/guides/errors', undefined],
    ['contract', '/api/v1/openapi.json', 'noreferrer'],
    ['RFC', 'https://www.rfc-editor.org/rfc/rfc9457', 'noreferrer'],
  ])

  await links[0]!.trigger('click')
  await expect.poll(() => line.vm.$router.currentRoute.value.fullPath).toBe('/developers/guides/errors')
})
