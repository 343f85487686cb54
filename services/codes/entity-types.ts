/** What the law makes of an entity's kind: companies and all other enterprises, sole traders 个体工商户, farmers' cooperatives 农民专业合作社. */
export type EntityForm = 'enterprise' | 'sole-trader' | 'cooperative'

/** 企业（机构）类型, the codes in the registers of the platform; the published table has more. */
const ENTITY_TYPES: Readonly<Record<string, string>> = {
  '1100': '有限责任公司',
  '1110': '有限责任公司(国有独资)',
  '1120': '有限责任公司(外商投资企业投资)',
  '1121': '有限责任公司(外商投资企业合资)',
  '1122': '有限责任公司(外商投资企业与内资合资)',
  '1123': '有限责任公司(外商投资企业法人独资)',
  '1130': '有限责任公司(自然人投资或控股)',
  '1140': '有限责任公司(国有控股)',
  '1150': '一人有限责任公司',
  '1151': '有限责任公司(自然人独资)',
  '1152': '有限责任公司(自然人投资或控股的法人独资)',
  '1153': '有限责任公司(非自然人投资或控股的法人独资)',
  '1190': '其他有限责任公司',
  '1200': '股份有限公司',
  '1210': '股份有限公司(上市)',
  '1211': '股份有限公司(上市、外商投资企业投资)',
  '1212': '股份有限公司(上市、国有控股)',
  '1213': '股份有限公司(上市、自然人投资或控股)',
  '1219': '其他股份有限公司(上市)',
  '1220': '股份有限公司(非上市)',
  '1221': '股份有限公司(非上市、外商投资企业投资)',
  '1222': '股份有限公司(非上市、国有控股)',
  '1223': '股份有限公司(非上市、自然人投资或控股)',
  '1229': '其他股份有限公司(非上市)',
  '2100': '有限责任公司分公司',
  '2130': '有限责任公司分公司(自然人投资或控股)',
  '2140': '有限责任公司分公司(国有控股)',
  '2151': '有限责任公司分公司(自然人独资)',
  '2190': '其他有限责任公司分公司',
  '2200': '股份有限公司分公司',
  '4531': '普通合伙企业',
  '4532': '特殊普通合伙企业',
  '4533': '有限合伙企业',
  '4540': '个人独资企业',
  '9100': '农民专业合作社',
  '9200': '农民专业合作社分支机构',
  '9500': '个体工商户',
}

const FAMILIES: Readonly<Record<string, string>> = {
  '1': '内资公司',
  '2': '内资分公司',
  '3': '内资企业法人',
  '4': '内资非法人企业',
  '5': '外商投资企业',
  '6': '港澳台投资企业',
  '7': '外国（地区）企业',
  '9': '其他主体',
}

/** 登记状态 */
const REGISTRATION_STATES: Readonly<Record<string, string>> = {
  '1': '存续（在营、开业、在册）',
  '2': '吊销，未注销',
  '3': '吊销，已注销',
  '4': '注销',
  '5': '撤销',
  '6': '迁出',
  '9': '其他',
}

/** 登记管理部门, the first character of a unified social credit code; GB 32100-2015 table 1. */
const DEPARTMENTS: Readonly<Record<string, string>> = {
  '1': '机构编制',
  '2': '外交',
  '3': '司法行政',
  '4': '文化',
  '5': '民政',
  '6': '旅游',
  '7': '宗教',
  '8': '工会',
  '9': '工商(市场监管)',
  A: '中央军委改革和编制',
  N: '农业',
  Y: '其他',
}

/** 机构类别, the first two characters; GB 32100-2015 table 2. */
const CATEGORIES: Readonly<Record<string, string>> = {
  '11': '机关',
  '12': '事业单位',
  '13': '群众团体',
  '51': '社会团体',
  '52': '民办非企业单位',
  '53': '基金会',
  '91': '企业',
  '92': '个体工商户',
  '93': '农民专业合作社',
}

/** The regions of GB/T 2260 around the platform's district. */
const REGIONS: Readonly<Record<string, string>> = {
  '100000': '国家市场监督管理总局',
  '150000': '内蒙古自治区',
  '150200': '包头市',
  '150202': '东河区',
  '150203': '昆都仑区',
  '150204': '青山区',
  '150205': '石拐区',
  '150206': '白云鄂博矿区',
  '150207': '九原区',
}

/** Undefined for a code outside the platform's table. */
export const entityTypeText = (code: string): string | undefined => ENTITY_TYPES[code]
/** The family that any code of four digits belongs to: 内资公司 for 1xxx. */
export const entityFamilyText = (code: string): string | undefined =>
  /^\d{4}$/.test(code) ? FAMILIES[code.charAt(0)] : undefined

/** Which branch of the law an entity's type code leads to. */
export const formOf = (typeCode: string): EntityForm => {
  if (typeCode === '9500') return 'sole-trader'
  return /^9[12]/.test(typeCode) ? 'cooperative' : 'enterprise'
}

export const registrationStateText = (code: string): string | undefined => REGISTRATION_STATES[code]
export const departmentText = (code: string): string | undefined => DEPARTMENTS[code.charAt(0)]
export const categoryText = (code: string): string | undefined =>
  CATEGORIES[code.slice(0, 2)] ?? (/^.9/.test(code) ? '其他' : undefined)
export const regionText = (code: string): string | undefined => REGIONS[code]
