import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import ContactField from './ContactField.vue'

async function field(phoneChannel: boolean, props: { refusal?: string; hint?: string } = {}) {
  serve({ 'GET /program': { body: { ...program, phoneChannel } } })
  const shown = render(ContactField, { props: { modelValue: '', ...props } })
  await flushPromises()
  return shown
}

it('takes a phone or an e-mail where the program reaches phones', async () => {
  const either = await field(true)
  expect(either.get('label').text()).toBe('Nomor HP atau email')
  expect(either.get('input').attributes('type')).toBe('text')

  await either.get('input').setValue('0812-3456-7890')
  expect(either.emitted('update:modelValue')).toEqual([['0812-3456-7890']])
})

it('takes an e-mail alone where it reaches none', async () => {
  const email = await field(false, { refusal: 'Isi alamat email yang lengkap.', hint: 'Kodenya kami kirim ke sini.' })
  expect(email.get('label').text()).toBe('Email')
  expect(email.get('input').attributes('type')).toBe('email')
  expect(email.get('input').attributes('aria-invalid')).toBe('true')
  expect(email.text()).toContain('Isi alamat email yang lengkap.')
  expect(email.text()).toContain('Kodenya kami kirim ke sini.')
})
