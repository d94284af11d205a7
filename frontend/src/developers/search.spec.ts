import { expect, it } from 'vitest'
import english from 'virtual:documents/guides-en'
import indonesian from 'virtual:documents/guides-id'
import { contractOf } from './contract'
import { guideOf } from './guideText'
import { find, indexOf } from './search'

const guides = [
  guideOf('offline', '# Without a line\n\nKeep it.\n\n## The queue\n\nWrite the receipt to the disk.\n'),
  guideOf('refunds', '# Refunds\n\nTake back.\n\n## Exchange\n\nA refund and a purchase in one.\n'),
]
const contract = contractOf({
  info: { title: 'Setia', version: '1' },
  paths: { '/refunds': { post: { tags: ['Refunds'], operationId: 'postRefund', summary: 'Post a refund', responses: {} } } },
})
const index = indexOf(guides, contract, [{ code: 'refund_conflict', status: 409, title: 'Refund already posted differently' }])

it('finds sections, operations and codes, titles first', () => {
  expect(find(index, 'refund').map(({ to }) => to)).toEqual([
    '/developers/guides/refunds',
    '/developers/guides/refunds#exchange',
    '/developers/reference/Refunds#postRefund',
    '/developers/guides/errors#refund_conflict',
  ])
  expect(find(index, 'disk receipt')[0]).toMatchObject({ title: 'The queue', place: 'Without a line' })
})

it('wants every word, and nothing of nothing', () => {
  expect(find(index, 'refund disk')).toEqual([])
  expect(find(index, '  ')).toEqual([])
})

it('finds what is told of a field, after guides and codes of problems', () => {
  const fields = [{ code: 'webhook_url_not_allowed', detail: 'Others, such as localhost, only where {0} allows them.' }]
  expect(find(indexOf([], undefined, [], fields), 'localhost')).toMatchObject([{ title: 'webhook_url_not_allowed', place: 'Others, such as localhost, only where … allows them.', to: '/developers/guides/errors#field-webhook_url_not_allowed' }])
})

it('finds by what a text says before it finds by its commands', () => {
  const told = [guideOf('one', '# One\n\nA.\n\n```sh\nSERVER=http://localhost:8080\n```\n'), guideOf('two', '# Two\n\nNot `localhost`.\n')]
  expect(find(indexOf(told, undefined, []), 'localhost').map(({ title }) => title)).toEqual(['Two', 'One'])
})

it.each([
  ['English', english],
  ['Indonesian', indonesian],
])('finds in the %s guides what integrators look for', (_, texts) => {
  const all = indexOf(texts.map(({ slug, text }) => guideOf(slug, text)), undefined, [])
  const first = (asked: string) => find(all, asked)[0]?.to

  expect(first('offline')).toBe('/developers/guides/offline')
  expect(first('web shop')).toBe('/developers/guides/webshop')
  expect(first('webshop')).toBe('/developers/guides/webshop')
  expect(first('localhost')).toMatch(/^\/developers\/guides\/webhooks#/)
  expect(first('hold_expired')).toMatch(/^\/developers\/guides\/errors#/)
})
