package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.shared.Vnd;

class AmountInWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, Không đồng",
        "1, Một đồng",
        "4, Bốn đồng",
        "5, Năm đồng",
        "10, Mười đồng",
        "11, Mười một đồng",
        "14, Mười bốn đồng",
        "15, Mười lăm đồng",
        "20, Hai mươi đồng",
        "21, Hai mươi mốt đồng",
        "24, Hai mươi tư đồng",
        "25, Hai mươi lăm đồng",
        "55, Năm mươi lăm đồng",
        "91, Chín mươi mốt đồng",
        "100, Một trăm đồng",
        "101, Một trăm linh một đồng",
        "104, Một trăm linh bốn đồng",
        "105, Một trăm linh năm đồng",
        "110, Một trăm mười đồng",
        "115, Một trăm mười lăm đồng",
        "121, Một trăm hai mươi mốt đồng",
        "1000, Một nghìn đồng",
        "1001, Một nghìn không trăm linh một đồng",
        "1015, Một nghìn không trăm mười lăm đồng",
        "2024, Hai nghìn không trăm hai mươi tư đồng",
        "10500, Mười nghìn năm trăm đồng",
        "115000, Một trăm mười lăm nghìn đồng",
        "135000, Một trăm ba mươi lăm nghìn đồng",
        "1000000, Một triệu đồng",
        "1000005, Một triệu không trăm linh năm đồng",
        "1050000, Một triệu không trăm năm mươi nghìn đồng",
        "21000021, Hai mươi mốt triệu không trăm hai mươi mốt đồng",
        "1234567891, Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt đồng",
        "5000000000, Năm tỷ đồng",
        "999999999999, Chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng",
        "1000000000000, Một nghìn tỷ đồng",
    })
    void isSpokenAsPeopleSpeakIt(long amount, String words) {
        assertThat(AmountInWords.of(new Vnd(amount))).isEqualTo(words);
    }
}
