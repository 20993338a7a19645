package vn.motcua.payment;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateways of this installation. One without address or secret is not offered; there is no default secret.
 *
 * @param momoUrl the base of MoMo's API, without {@code /v2/gateway/api}
 * @param momoPartnerCode given by MoMo, like {@code momoAccessKey} and {@code momoSecretKey}
 * @param returnBase the portal's address as the gateway and the payer reach it; without it the portal's public address
 * @param taxCodes the collecting bodies' tax codes by agency code ({@code "[H26]": "0100000000"}); printed on receipts
 */
@ConfigurationProperties(value = "motcua.payment", ignoreUnknownFields = false)
record PaymentSettings(
        @Nullable URI momoUrl,
        @DefaultValue("") String momoPartnerCode,
        @DefaultValue("") String momoAccessKey,
        @DefaultValue("") String momoSecretKey,
        @DefaultValue("") String returnBase,
        @DefaultValue Map<String, String> taxCodes) {

    PaymentSettings {
        taxCodes = Map.copyOf(taxCodes);
    }

    @Override
    public String toString() { // never the secret
        return "PaymentSettings[" + momoUrl + ", " + momoPartnerCode + "]";
    }
}
