import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import SignInAgain from './SignInAgain.vue'

const was = { kind: 'member' as const, csrfToken: 'a', memberId: 'mem_1' }

it('says what happened, and that signing in loses nothing', () => {
  const wrapper = render(SignInAgain, { props: { was } })

  expect(wrapper.get('h2').text()).toBe('Sesi Anda berakhir')
  expect(wrapper.text()).toContain('tetap ada')
})

it('tells when they have signed in', async () => {
  serve({ 'GET /session': { body: { kind: 'none', csrfToken: '' } }, 'POST /session': { status: 201, body: { ...was, csrfToken: 'b' } } })
  const wrapper = render(SignInAgain, { props: { was } })
  const [email, password] = wrapper.findAll('input')
  await email!.setValue('budi@example.com')
  await password!.setValue('kopi susu gula aren')
  await wrapper.get('form').trigger('submit')
  await flushPromises()

  expect(wrapper.emitted('entered')).toHaveLength(1)
})

it('lets them leave for the page with every way to sign in', async () => {
  const wrapper = render(SignInAgain, { props: { was } })
  await wrapper.findAll('button').at(-1)!.trigger('click')

  expect(wrapper.emitted('leave')).toHaveLength(1)
})
