import { expect, it } from 'vitest'
import { qrPath } from '@/barcode/qr'
import { render } from '@/test/render'
import QrCode from './QrCode.vue'

it('draws its content with a quiet edge, under a name', async () => {
  const code = render(QrCode, { props: { content: '7K2M-9QXA-4TR6', label: 'Kode QR voucer' } })
  const drawn = qrPath('7K2M-9QXA-4TR6')

  expect(code.attributes()).toMatchObject({ role: 'img', 'aria-label': 'Kode QR voucer', viewBox: `-2 -2 ${drawn.size + 4} ${drawn.size + 4}` })
  expect(code.get('path').attributes('d')).toBe(drawn.path)

  await code.setProps({ content: 'M8PD-3' } as never)
  expect(code.get('path').attributes('d')).toBe(qrPath('M8PD-3').path)
})
