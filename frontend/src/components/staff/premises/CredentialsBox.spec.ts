import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import CredentialsBox from './CredentialsBox.vue'

const issued = { client: { apiClientId: 'cli_1', clientKey: 'cli_1', name: 'Kasir 1', partnerId: 'par_1', scopes: [], state: 'active', createdAt: '2026-11-22T00:00:00Z', secrets: [] }, clientId: 'cli_1', clientSecret: 'rahasia-sekali' }

describe('credentials shown once', () => {
  it('stay until somebody says that they are stored', async () => {
    const box = render(CredentialsBox, { props: { issued } })
    expect(box.text()).toContain('rahasia-sekali')
    const done = box.findAll('button').find((button) => button.text() === 'Selesai')!
    expect(done.attributes('disabled')).toBeDefined()
    await box.get('input[type=checkbox]').setValue(true)
    await done.trigger('click')
    expect(box.emitted('stored')).toHaveLength(1)
  })
})
