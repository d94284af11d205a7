import { expect, it } from 'vitest'
import { render } from '@/test/render'
import SecretList from './SecretList.vue'

const secret = { id: 'b', createdAt: '2026-11-22T00:00:00Z' }

it('the only secret cannot be ended', () => {
  const list = render(SecretList, { props: { secrets: [secret], mayEnd: true } })
  expect(list.findAll('button')).toHaveLength(0)
  expect(list.text()).toContain('Berlaku sampai diganti')
})

it('of two, one is told from the other and ended by itself', async () => {
  const list = render(SecretList, { props: { secrets: [secret, { id: 'a', createdAt: '2026-11-01T00:00:00Z', expiresAt: '2026-11-23T00:00:00Z', lastUsedAt: undefined }], mayEnd: true, tellUse: true } })
  expect(list.findAll('li')[1]!.text()).toContain('belum pernah dipakai')
  await list.findAll('button')[1]!.trigger('click')
  expect(list.emitted('end')).toEqual([['a']])
})
