import { type NewEvent, streamOf } from '@mingjian/kernel'

const NAMES = ['晨光', '远航', '草原', '青山', '钢花', '鹿城', '北辰', '和泰']

/** The establishment of an invented enterprise, about 300 bytes as Avro. */
export const establishment = (
  index: number,
): {
  readonly stream: string
  readonly event: Extract<NewEvent, { type: 'EnterpriseEstablished' }>
  readonly commandId: string
} => {
  // Codes come in no order, as they do from people.
  const code = ((Math.imul(index, 2654435761) >>> 0) * 2 ** 20 + index).toString(36).toUpperCase().padStart(12, '0')
  const name = `包头市${NAMES[index % NAMES.length]}${index}商贸有限责任公司`
  return {
    stream: streamOf(`91150207${code}`, 'registration'),
    commandId: `import:bench/${code}`,
    event: {
      type: 'EnterpriseEstablished',
      data: {
        items: {
          name,
          typeCode: '1130',
          type: '有限责任公司（自然人独资）',
          legalRepresentative: '张某某',
          capitalWan: 50 + (index % 100),
          currency: '人民币',
          establishedOn: '2021-03-04',
          approvedOn: '2021-03-04',
          operatingFrom: '2021-03-04',
          operatingTo: null,
          district: '150203',
          authority: '包头市昆都仑区市场监督管理局',
          address: `内蒙古自治区包头市昆都仑区钢铁大街${index % 300}号`,
          industrySection: 'F',
          industry: '5100',
          industryName: '批发业',
          scope: '日用百货、建筑材料的销售',
        },
      },
      effectiveOn: '2021-03-04',
      basis: ['market-entity-registration-regulation@2022-03-01:article-9'],
    },
  }
}
