import { expect, it } from 'vitest'
import { code128Bars } from '@/barcode/code128'
import { render } from '@/test/render'
import Code128Image from './Code128Image.vue'

it('draws every bar of its content with a quiet edge, under a name', () => {
  const image = render(Code128Image, { props: { content: '604211893357', label: 'Kode batang kartu Anda' } })
  const drawn = code128Bars('604211893357')

  expect(image.attributes()).toMatchObject({ role: 'img', 'aria-label': 'Kode batang kartu Anda', viewBox: `-10 0 ${drawn.width + 20} 40` })
  expect(image.findAll('rect').map((bar) => ({ x: Number(bar.attributes('x')), width: Number(bar.attributes('width')) }))).toEqual(drawn.bars)
})
